import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PathMatch, Route } from '../../envoy/index.ts'
import { parseRequest } from '../parse-request.ts'
import { viewRequest } from '../request-view.ts'
import { forwardTo, matching, route } from '../testing/build-config.ts'
import { indexPaths } from './path-index.ts'
import { compileRouteMatch } from './route.ts'

const routeOf = (path: PathMatch, caseSensitive: boolean): Route =>
  route({ action: forwardTo([]), match: matching({ path, caseSensitive }) })

const viewOf = (path: string) => {
  const request = parseRequest({ url: `http://a${path}` })
  if ('error' in request) throw new Error(request.error)
  return viewRequest(request)
}

const literal = fc.stringMatching(/^\/[abA]{0,3}\/?$/)
const pathMatch = fc.record({
  kind: fc.constantFrom('prefix' as const, 'path' as const, 'pathSeparatedPrefix' as const, 'safeRegex' as const),
  value: literal,
})

test('the first route that matches is the same with and without the index', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(pathMatch, fc.boolean()), { minLength: 16, maxLength: 60 }), literal, (all, path) => {
      const routes = all.map(([match, caseSensitive]) => routeOf(match, caseSensitive))
      const view = viewOf(path)
      const matches = (index: number) => {
        const route = routes[index]
        return route !== undefined && compileRouteMatch(route.match).test(view).matched
      }
      const candidates = indexPaths(routes)?.(view.path) ?? []
      expect(candidates.find(matches) ?? -1).toBe(routes.findIndex((_, i) => matches(i)))
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('of a thousand prefixes only those that the path has are candidates', () => {
  const routes = Array.from({ length: 1000 }, (_, i) => routeOf({ kind: 'prefix', value: `/path-${String(i)}/` }, true))
  expect(indexPaths([...routes, routeOf({ kind: 'prefix', value: '/' }, true)])?.('/path-7/x')).toEqual([7, 1000])
})

test('a short list has no index', () => {
  expect(indexPaths([routeOf({ kind: 'path', value: '/a' }, true)])).toBeUndefined()
})
