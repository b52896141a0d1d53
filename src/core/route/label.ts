import type { Route } from '../envoy/index.ts'

/** What to call a route in a trace: its name, or `rule 2` after its place in the text. */
export function labelOf(route: Route): string {
  if (route.name !== '') return route.name
  const path = route.origin?.path ?? []
  const index = path[path.lastIndexOf('http') + 1]
  return typeof index === 'number' ? `rule ${String(index + 1)}` : 'a route'
}
