import type { Origin } from '../core/base/origin.ts'

/** `outbound|9080|v1|reviews.default.svc.cluster.local` taken apart; undefined for Istio's own clusters. */
export function clusterParts(name: string) {
  const [direction, port, subset, host] = name.split('|')
  if (direction !== 'outbound' || port === undefined || subset === undefined || host === undefined) return undefined
  return { port: Number(port), subset, host }
}

/** The host of a virtual host's name: `reviews.default.svc.cluster.local:9080` without its port. */
export const hostOfVirtualHost = (name: string): string => name.replace(/:\d+$/, '')

/** What people call a host: `reviews` for a Service in the namespace one looks from, `ratings.other` for one elsewhere. */
export function shortHost(host: string, namespace: string): string {
  const parts = host.split('.')
  if (parts[2] !== 'svc') return host
  return parts[1] === namespace ? (parts[0] ?? host) : `${parts[0] ?? ''}.${parts[1] ?? ''}`
}

/** Equal for origins of the same place; things that no YAML causes share one key. */
export const originKey = (origin: Origin | undefined): string =>
  origin ? `${String(origin.documentId)}:${origin.path.join('\u0000')}` : 'none'

/** Equal for all places within one rule: a chain's origin is that of the match which it was made for. */
export function ruleKey(origin: Origin | undefined): string {
  const spec = origin?.path.indexOf('spec') ?? -1
  return originKey(origin && spec >= 0 ? { ...origin, path: origin.path.slice(0, spec + 3) } : origin)
}
