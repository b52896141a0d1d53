import type { ScenarioClient } from '../resources/index.ts'
import type { HttpRequest } from '../route/index.ts'
import type { RequestClass } from '../simulate/index.ts'
import { requestsOf, toHttpRequest } from './requests-of.ts'

const LONGEST_LABEL = 28

/** What to call the host that a request goes to; empty where that tells nothing. */
export type HostWords = (request: HttpRequest) => string

/** The mix of a client's requests; those that cannot be sent are left out. */
export function classesOf(client: ScenarioClient, hostOf: HostWords): readonly RequestClass[] {
  const ids = new Set<string>()
  return sentBy(client).map(({ label, share, request }) => {
    const words = label ?? labelOf(request, hostOf(request))
    return { id: unique(words, ids), label: words, weight: share, request }
  })
}

const sentBy = (client: ScenarioClient) =>
  requestsOf(client).flatMap(one => {
    const request = toHttpRequest(one)
    return 'error' in request ? [] : [{ ...one, request }]
  })

/** Of all clients of a workload in `namespace`: hosts have names, short as seen from there, where more than one is called. */
export function hostWords(clients: readonly ScenarioClient[], namespace: string): HostWords {
  const hosts = new Set(clients.flatMap(sentBy).map(({ request }) => request.authority))
  if (hosts.size <= 1) return () => ''
  const short = new Map([...hosts].map(host => [host, shortened(host, namespace)]))
  const isClear = new Set(short.values()).size === hosts.size
  return ({ authority }) => (isClear ? short.get(authority) : undefined) ?? authority
}

/** `reviews:9080` for `reviews.default.svc.cluster.local:9080` as a caller in `default` may call it. */
const shortened = (authority: string, namespace: string): string =>
  authority.replace(/^([^.:]+)\.([^.:]+)\.svc(\.cluster\.local)?(?=:|$)/, (_, name: string, its: string) =>
    its === namespace ? name : `${name}.${its}`,
  )

/** What tells a request from the client's others, in a few words. */
function labelOf({ method, path, headers }: HttpRequest, host: string): string {
  const where = host !== '' && path === '/' ? host : `${host}${path}`
  const words = [method === 'GET' ? '' : method, where, ...headers.values()].filter(word => word !== '').join(' ')
  return words.length <= LONGEST_LABEL ? words : `${words.slice(0, LONGEST_LABEL - 1)}…`
}

/** The name, with a number behind it where another has it already. */
export function unique(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted} #${n}`
  taken.add(name)
  return name
}
