import type { ScenarioClient } from '../resources/index.ts'
import type { HttpRequest } from '../route/index.ts'
import type { RequestClass } from '../simulate/index.ts'
import { requestsOf, toHttpRequest } from './requests-of.ts'

const LONGEST_LABEL = 28

/** The mix of a client's requests; those that cannot be sent are left out. */
export function classesOf(client: ScenarioClient): readonly RequestClass[] {
  const sent = requestsOf(client).flatMap(one => {
    const request = toHttpRequest(one)
    return 'error' in request ? [] : [{ ...one, request }]
  })
  const isOneHost = new Set(sent.map(({ request }) => request.authority)).size <= 1
  const ids = new Set<string>()
  return sent.map(({ label, share, request }) => {
    const words = label ?? labelOf(request, isOneHost)
    return { id: unique(words, ids), label: words, weight: share, request }
  })
}

/** What tells a request from the client's others, in a few words. */
function labelOf({ method, authority, path, headers }: HttpRequest, isOneHost: boolean): string {
  const where = isOneHost ? path : `${authority}${path === '/' ? '' : path}`
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
