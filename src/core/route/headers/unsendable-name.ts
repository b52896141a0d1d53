import type { Route, WeightedCluster } from '../../envoy/index.ts'
import type { RequestView } from '../request-view.ts'
import { receivedRequest } from './received-request.ts'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

const known = new WeakMap<Route | WeightedCluster, boolean>()

/**
 * The first header that an edit names as no header may be named: with it the proxy cannot write the request. RFC 9110,
 * 5.6.2; Envoy, http1/codec_impl.cc, RequestEncoderImpl::encodeHeaders.
 */
export function unsendableName(
  { request }: RequestView,
  route: Route,
  leg: WeightedCluster | undefined,
): string | undefined {
  if (!namesOddly(route) && !(leg && namesOddly(leg))) return undefined
  const { headers } = receivedRequest({ route, leg, attempts: 1 }, request)
  return headers.find(([name]) => !TOKEN.test(name))?.[0]
}

function namesOddly(edited: Route | WeightedCluster): boolean {
  const { add } = edited.requestHeaders
  if (add.length === 0) return false
  const found = known.get(edited) ?? add.some(({ name }) => !TOKEN.test(name))
  known.set(edited, found)
  return found
}
