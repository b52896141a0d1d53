import type { Origin } from '../base/origin.ts'
import type { Route, VirtualHost } from '../envoy/index.ts'
import { titleOfRule } from './label.ts'
import type { ReadyRoute } from './virtual-hosts.ts'

export interface LeftOutRule {
  readonly label: string
  readonly origin: Origin
}

/**
 * Rules of the VirtualService that istiod sends no route for, from the rule numbered `from` up to that of a route
 * (undefined: to the end): those for other callers, and all behind one that takes everything [B3][B10].
 */
export function leftOutUpTo(
  { source }: VirtualHost,
  routes: readonly ReadyRoute[],
  from: number,
  until: Route | undefined,
): { readonly leftOut: readonly LeftOutRule[]; readonly next: number } {
  const rules = source?.rules ?? []
  const place = until ? rules.findIndex(({ origin }) => isSame(origin, until.origin)) : rules.length
  if (place < from) return { leftOut: [], next: from }
  const leftOut = rules.slice(from, place).flatMap(({ name, origin, of }) => {
    if (routes.some(({ route }) => isSame(origin, route.origin))) return []
    return { label: titleOfRule(name, origin, of) ?? (name || 'A rule'), origin }
  })
  return { leftOut, next: place }
}

function isSame(a: Origin, b: Origin | undefined): boolean {
  return a === b || (a.documentId === b?.documentId && a.path.join('/') === b.path.join('/'))
}
