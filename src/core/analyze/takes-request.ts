import { hasLabels } from '../mesh/index.ts'
import type { HttpMatch, StringMatch, VirtualServiceResource } from '../resources/index.ts'
import { compileRegex } from '../route/index.ts'
import type { PlayedRequest } from './played-requests.ts'

/** One condition of a match, with what the request has there. */
export interface Condition {
  /** Steps from the match. */
  readonly path: readonly string[]
  readonly match: StringMatch
  /** Undefined: it is not there. */
  readonly value: string | undefined
  readonly ignoresCase: boolean
}

/** Conditions of a match on what a request brings along; those on who asks are not among them [B20]-[B32]. */
export function conditionsOn(match: HttpMatch, { request }: PlayedRequest): readonly Condition[] {
  const [path = '', query = ''] = request.path.split('?', 2)
  const parameters = query.split('&').map(each => each.split(/=(.*)/s, 2))
  const one = (step: string, wanted: StringMatch | undefined, value: string): readonly Condition[] =>
    wanted ? [{ path: [step], match: wanted, value, ignoresCase: step === 'uri' && match.ignoreUriCase }] : []
  return [
    ...one('uri', match.uri, path),
    ...one('scheme', match.scheme, request.scheme),
    ...one('method', match.method, request.method),
    ...one('authority', match.authority, request.authority),
    ...Object.entries(match.headers).map(([name, wanted]) => ({
      path: ['headers', name],
      match: wanted,
      value: request.headers.get(name.toLowerCase()),
      ignoresCase: false,
    })),
    ...Object.entries(match.queryParams).map(([name, wanted]) => {
      const found = parameters.find(([key]) => key === name)
      return { path: ['queryParams', name], match: wanted, value: found && (found[1] ?? ''), ignoresCase: false }
    }),
  ]
}

/** Whether a condition holds; `whateverCase`: with capitals and small letters taken as the same. */
export function holds({ match, value, ignoresCase }: Condition, whateverCase = false): boolean {
  if (value === undefined) return false
  if (match.kind === 'present') return true
  if (match.kind === 'regex') return compileRegex(whateverCase ? `(?i)${match.value}` : match.value)(value)
  const fold = (text: string): string => (whateverCase || ignoresCase ? text.toLowerCase() : text)
  const [wanted, found] = [fold(match.value), fold(value)]
  return match.kind === 'exact' ? found === wanted : found.startsWith(wanted)
}

/** Whether a match is for this caller at all [B10]-[B17]. */
export function isForCaller(match: HttpMatch, { request, caller, isFromOutside }: PlayedRequest): boolean {
  if (match.port !== undefined && match.port !== request.dialPort) return false
  if (match.gateways.length > 0) return match.gateways.some(name => (name !== 'mesh') === isFromOutside)
  const { sourceNamespace, sourceLabels } = match
  return (
    (sourceNamespace === undefined || sourceNamespace === caller.namespace) && hasLabels(caller.labels, sourceLabels)
  )
}

/** Whether a match takes a request, what has to be absent included. */
export function takesRequest(match: HttpMatch, played: PlayedRequest): boolean {
  return (
    isForCaller(match, played) && !hasUnwanted(match, played) && conditionsOn(match, played).every(one => holds(one))
  )
}

/** A header that `withoutHeaders` leaves out [B29]. */
export function hasUnwanted({ withoutHeaders }: HttpMatch, { request }: PlayedRequest): boolean {
  return Object.entries(withoutHeaders).some(([name, match]) => {
    const found = request.headers.get(name.toLowerCase())
    if (match.kind === 'present' || (match.kind === 'regex' && match.value === '*')) return found !== undefined
    return holds({ path: [], match, value: found ?? '', ignoresCase: false })
  })
}

/** The first rule that takes a request, and by which of its matches; none where no rule does. */
export function takerOf({ spec }: VirtualServiceResource, played: PlayedRequest) {
  for (const [rule, { match }] of spec.http.entries()) {
    if (match.length === 0) return { rule, match: undefined }
    const found = match.findIndex(each => takesRequest(each, played))
    if (found >= 0) return { rule, match: found }
  }
  return undefined
}
