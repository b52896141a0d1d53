import { expect, test } from 'vitest'
import type { HeaderMatch, QueryMatch, RouteMatch, ValueMatch } from '../../envoy/index.ts'
import { viewRequest } from '../request-view.ts'
import { matching, request } from '../testing/build-config.ts'
import { compileRouteMatch } from './route.ts'

function verdict(match: Partial<RouteMatch>, path = '/', headers: Record<string, string> = {}): string {
  const view = viewRequest(request({ url: `http://reviews:9080${path}`, headers }))
  const result = compileRouteMatch(matching(match)).test(view)
  return `${result.matched ? 'yes' : 'no'}: ${result.because(view)}`
}

test.each<[RouteMatch['path']['kind'], string, string, string]>([
  ['path', '/foo', '/foo?x=1', 'yes: path /foo is /foo'],
  ['path', '/foo', '/foo/', 'no: path /foo/ is not /foo'],
  ['prefix', '/foo', '/foobar', 'yes: path /foobar starts with /foo'],
  ['prefix', '/foo', '/fo', 'no: path /fo does not start with /foo'],
  ['prefix', '', '/any', 'yes: path /any starts with '],
  ['pathSeparatedPrefix', '/foo', '/foo/bar', 'yes: path /foo/bar is at or below /foo'],
  ['pathSeparatedPrefix', '/foo', '/foobar', 'no: path /foobar is not at or below /foo'],
  ['safeRegex', '/v[0-9]+', '/v12?page=1', 'yes: path /v12 matches regex /v[0-9]+'],
  ['safeRegex', '/v[0-9]+', '/v12/x', 'no: path /v12/x does not match regex /v[0-9]+'],
  ['safeRegex', '/(', '/(', 'no: path /( does not match regex /('],
])('path %s %s against %s', (kind, value, path, expected) => {
  expect(verdict({ path: { kind, value } }, path)).toBe(expected)
})

test('letter case can be ignored for paths and prefixes, not for a regex', () => {
  const ignoring = (kind: RouteMatch['path']['kind'], value: string) =>
    verdict({ path: { kind, value }, caseSensitive: false }, '/LOGIN')
  expect(ignoring('path', '/Login')).toMatch(/^yes/)
  expect(ignoring('prefix', '/Log')).toMatch(/^yes/)
  expect(ignoring('pathSeparatedPrefix', '/Login')).toMatch(/^yes/)
  expect(ignoring('safeRegex', '/login')).toMatch(/^no/)
})

const header = (match: ValueMatch, changes: Partial<HeaderMatch> = {}): Partial<RouteMatch> => ({
  headers: [{ name: 'x-user', match, invert: false, treatMissingAsEmpty: false, origin: undefined, ...changes }],
})
const exact = (value: string): ValueMatch => ({ kind: 'exact', value })
const without: Partial<HeaderMatch> = { invert: true, treatMissingAsEmpty: true }

test.each<[string, Partial<RouteMatch>, Record<string, string>, string]>([
  ['exact', header(exact('ann')), { 'X-User': 'ann' }, 'yes: header x-user is ann'],
  ['exact, other case', header(exact('ann')), { 'x-user': 'Ann' }, 'no: header x-user is Ann, exact ann wanted'],
  ['exact, absent', header(exact('ann')), {}, 'no: header x-user is absent, exact ann wanted'],
  ['exact empty, absent', header(exact('')), {}, 'no: header x-user is absent, exact empty wanted'],
  ['exact empty, empty', header(exact('')), { 'x-user': '' }, 'yes: header x-user is empty'],
  ['present, empty', header({ kind: 'present' }), { 'x-user': '' }, 'yes: header x-user is present'],
  ['present, absent', header({ kind: 'present' }), {}, 'no: header x-user is absent, any value wanted'],
  ['without exact, absent', header(exact('bot'), without), {}, 'yes: header x-user is absent'],
  [
    'without exact, same',
    header(exact('bot'), without),
    { 'x-user': 'bot' },
    'no: header x-user is bot, exact bot is left out',
  ],
  [
    'without exact, other',
    header(exact('bot'), without),
    { 'x-user': 'ann' },
    'yes: header x-user is ann, not exact bot',
  ],
  ['without empty, absent', header(exact(''), without), {}, 'no: header x-user is absent, exact empty wanted'],
  [
    'without any, present',
    header({ kind: 'present' }, without),
    { 'x-user': 'a' },
    'no: header x-user is present, none wanted',
  ],
  ['without any, absent', header({ kind: 'present' }, without), {}, 'yes: header x-user is absent'],
  ['inverted, absent', header(exact('bot'), { invert: true }), {}, 'no: header x-user is absent, exact bot wanted'],
  [
    'regex takes the whole value',
    header({ kind: 'safeRegex', value: 'Mob' }),
    { 'x-user': 'Mobile' },
    'no: header x-user is Mobile, regex Mob wanted',
  ],
  ['method', header(exact('POST'), { name: ':method' }), {}, 'no: method is GET, exact POST wanted'],
  ['host with port', header(exact('reviews:9080'), { name: ':authority' }), {}, 'yes: host is reviews:9080'],
])('header %s', (_, match, headers, expected) => {
  expect(verdict(match, '/', headers)).toBe(expected)
})

const query = (name: string, match: ValueMatch): QueryMatch => ({ name, match, origin: undefined })

test.each<[string, QueryMatch, string]>([
  ['/?ver=2', query('ver', exact('2')), 'yes: query parameter ver is 2'],
  ['/?version=2', query('ver', exact('2')), 'no: query parameter ver is absent, exact 2 wanted'],
  ['/?ver=1&ver=2', query('ver', exact('2')), 'no: query parameter ver is 1, exact 2 wanted'],
  [
    '/?tag=rel%2D7',
    query('tag', { kind: 'prefix', value: 'rel-' }),
    'no: query parameter tag is rel%2D7, prefix rel- wanted',
  ],
  ['/?a&flag', query('flag', { kind: 'present' }), 'yes: query parameter flag is present'],
  ['/?flag', query('flag', exact('')), 'yes: query parameter flag is empty'],
  ['/', query('flag', { kind: 'present' }), 'no: query parameter flag is absent, any value wanted'],
])('query %s', (path, match, expected) => {
  expect(verdict({ query: [match] }, path)).toBe(expected)
})

test('all conditions must hold; the first that fails is the reason, all together are the other', () => {
  const both = { ...header(exact('ann')), path: { kind: 'prefix', value: '/api' } } as const
  expect(verdict(both, '/api/x', { 'x-user': 'ann' })).toBe('yes: path /api/x starts with /api, header x-user is ann')
  expect(verdict(both, '/x')).toBe('no: path /x does not start with /api')
  expect(verdict({})).toBe('yes: it has no conditions')
})
