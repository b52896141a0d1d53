import type { Path } from '../base/origin.ts'
import type { ScenarioClient, ScenarioRequest } from '../resources/index.ts'
import { parseRequest } from '../route/index.ts'
import type { HttpRequest } from '../route/index.ts'

/** A request that a client sends, with what the client says of all of them filled in. */
export interface FullRequest {
  readonly path: Path
  readonly label: string | undefined
  readonly share: number
  readonly url: string | undefined
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

/** Those of its `requests`, or the one that it describes itself. Headers of a request are laid over the client's. */
export function requestsOf({ request, requests }: ScenarioClient): readonly FullRequest[] {
  return (requests.length > 0 ? requests : [request]).map(one => fill(one, request))
}

function fill(one: ScenarioRequest, shared: ScenarioRequest): FullRequest {
  const own = new Set(Object.keys(one.headers).map(name => name.toLowerCase()))
  const inherited = Object.entries(shared.headers).filter(([name]) => !own.has(name.toLowerCase()))
  return {
    path: one.path,
    label: one.label,
    share: one.share ?? 1,
    url: one.url ?? shared.url,
    method: one.method ?? shared.method ?? 'GET',
    headers: { ...Object.fromEntries(inherited), ...one.headers },
  }
}

/** What goes over the wire; `error` says in words why nothing can. */
export function toHttpRequest({ url, method, headers }: FullRequest): HttpRequest | { readonly error: string } {
  return url === undefined ? { error: 'there is no url' } : parseRequest({ url, method, headers })
}
