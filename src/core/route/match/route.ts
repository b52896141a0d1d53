import type { RouteMatch } from '../../envoy/index.ts'
import type { RequestView } from '../request-view.ts'
import { compileHeader } from './header.ts'
import type { Matcher, Verdict } from './matcher.ts'
import { compilePath } from './path.ts'
import { compileQuery } from './query.ts'

/**
 * All conditions of one route: every one must hold; the first that does not gives the reason. Path, then headers, then
 * query. Envoy, config_impl.cc, RouteEntryImplBase::matchRoute.
 */
export function compileRouteMatch(match: RouteMatch): Matcher {
  const everyPath = match.path.kind === 'prefix' && match.path.value === '/'
  const conditions = [
    ...(everyPath ? [] : [compilePath(match)]),
    ...match.headers.map(compileHeader),
    ...match.query.map(compileQuery),
  ]
  const [only, second] = conditions
  if (only === undefined) return { test: () => UNCONDITIONAL }
  if (second === undefined) return only
  const all: Verdict = { matched: true, because: view => conditions.map(c => c.test(view).because(view)).join(', ') }
  return { test: view => firstFailure(conditions, view) ?? all }
}

const UNCONDITIONAL: Verdict = { matched: true, because: () => 'it has no conditions' }

function firstFailure(conditions: readonly Matcher[], view: RequestView): Verdict | undefined {
  for (const condition of conditions) {
    const verdict = condition.test(view)
    if (!verdict.matched) return verdict
  }
  return undefined
}
