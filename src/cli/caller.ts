import { toProxyId } from '../core/base/ids.ts'
import type { ProxyId } from '../core/base/ids.ts'

/** The proxy of `sleep` or `sleep.prod`; in `default` where no namespace is named. */
export function parseCaller(from: string): ProxyId {
  const dot = from.lastIndexOf('.')
  return dot < 0 ? toProxyId(from, 'default') : toProxyId(from.slice(0, dot), from.slice(dot + 1))
}
