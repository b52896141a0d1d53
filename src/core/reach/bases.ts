import type { VirtualHost } from '../envoy/index.ts'
import { createSeededChance, parseRequest } from '../route/index.ts'
import type { HttpRequest, Router } from '../route/index.ts'

/** A host has many names; the first few lead to the same rules. */
const MOST_DOMAINS = 4

/** Plain requests that arrive at a virtual host: one that is known to, or else one to each of its names. */
export function basesFor(
  router: Router,
  known: readonly HttpRequest[],
  routeConfig: string,
  host: VirtualHost,
): readonly HttpRequest[] {
  const arrived = known.filter(request => router.decide(request, createSeededChance(1)).virtualHost === host)
  const plain = arrived.map(request => ({ ...request, method: 'GET', path: '/', headers: new Map<string, string>() }))
  const [first] = plain
  if (first) return [first]
  const port = /(\d+)$/.exec(routeConfig)?.[1] ?? '80'
  const names = host.domains.slice(0, MOST_DOMAINS).map(domain => domain.replace(/^\*\.?/, 'x.').replace(/\.$/, ''))
  return [...new Set(names)].flatMap(name =>
    (['http', 'https'] as const).flatMap(scheme => {
      const request = parseRequest({ url: `${scheme}://${/:\d+$/.test(name) ? name : `${name}:${port}`}/` })
      return 'error' in request ? [] : [request]
    }),
  )
}
