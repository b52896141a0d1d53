import type { Origin } from '../base/origin.ts'
import type { Route, VirtualHost } from '../envoy/index.ts'
import { createSeededChance } from '../route/index.ts'
import type { HttpRequest, Router } from '../route/index.ts'
import { basesFor } from './bases.ts'
import { covers } from './covers.ts'
import { candidatesFor } from './candidates.ts'

/** Whether a proxy ever takes a rule. */
export type Reach =
  /** The router itself took it there. */
  | { readonly kind: 'request'; readonly request: HttpRequest }
  /** Proven: each of its routes stands behind one that takes all that it matches. */
  | { readonly kind: 'shadowed'; readonly by: readonly Route[] }
  /** Proven: this proxy was told of no route of it. */
  | { readonly kind: 'absent' }
  /** Neither found nor proven. */
  | { readonly kind: 'not-found' }

/** More requests than these are not tried. */
const MOST_TRIED = 4000

/**
 * A request that a rule takes, or the proof that it takes none. `known`: requests that arrive, to start from. A request is
 * given only if the router decides for the rule; a proof rests on conditions that imply each other, never on not having
 * found one.
 */
export function reachRule(router: Router, known: readonly HttpRequest[], rule: Origin): Reach {
  const key = keyOf(rule)
  const places = placesOf(router, key)
  if (places.length === 0) return { kind: 'absent' }
  let tried = 0
  const open = places.filter(place => !place.shadow)
  for (const { routeConfig, host, index } of open) {
    for (const base of basesFor(router, known, routeConfig, host)) {
      for (const request of candidatesFor(base, host.routes, index)) {
        const { route } = router.decide(request, createSeededChance(1))
        if (route && keyOf(route.origin) === key) return { kind: 'request', request }
        if (++tried >= MOST_TRIED) return { kind: 'not-found' }
      }
    }
  }
  const by = places.flatMap(({ shadow }) => shadow ?? [])
  return open.length === 0 ? { kind: 'shadowed', by } : { kind: 'not-found' }
}

interface Place {
  readonly routeConfig: string
  readonly host: VirtualHost
  readonly index: number
  /** The route before it that takes all that it matches. */
  readonly shadow: Route | undefined
}

/** Where a rule's routes stand, in each virtual host that has some. */
function placesOf({ config }: Router, key: string): readonly Place[] {
  return [...config.routeConfigs].flatMap(([routeConfig, { virtualHosts }]) =>
    virtualHosts.flatMap(host =>
      host.routes.flatMap((route, index): readonly Place[] => {
        if (keyOf(route.origin) !== key) return []
        const shadow = host.routes
          .slice(0, index)
          .find(other => keyOf(other.origin) !== key && covers(other.match, route.match))
        return [{ routeConfig, host, index, shadow }]
      }),
    ),
  )
}

const keyOf = (origin: Origin | undefined): string =>
  origin ? JSON.stringify([origin.documentId, ...origin.path]) : ''
