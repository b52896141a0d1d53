import { expect, test } from 'vitest'
import { toDocumentId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { HttpMatch, StringMatch, VirtualServiceResource } from '../resources/index.ts'
import { match, rule, to, vs } from '../mesh/testing/resources.ts'
import { bindVirtualService } from './bound-virtual-service.ts'
import { mergeMatches } from './delegate-match.ts'
import { createDelegateLookup, resolveDelegates } from './delegates.ts'

const at = (document: number, ...path: Origin['path']): Origin => ({ documentId: toDocumentId(document), path })
const exact = (value: string): StringMatch => ({ kind: 'exact', value })
const prefix = (value: string): StringMatch => ({ kind: 'prefix', value })
const regex = (value: string): StringMatch => ({ kind: 'regex', value })
const PRESENT: StringMatch = { kind: 'present' }

const bySource = (sourceNamespace: string) => match({ sourceNamespace })
const byHeader = (name: string, value: StringMatch) => match({ headers: { [name]: value } })
const byUri = (uri: StringMatch) => match({ uri })

test.each([
  ['prefix in prefix', byUri(prefix('/a')), byUri(prefix('/a/b')), true],
  ['exact in prefix', byUri(prefix('/a')), byUri(exact('/a/b')), true],
  ['prefix beyond prefix', byUri(prefix('/a/b')), byUri(prefix('/a')), false],
  ['equal exact', byUri(exact('/a')), byUri(exact('/a')), true],
  ['other exact', byUri(exact('/a')), byUri(exact('/b')), false],
  ['prefix in exact', byUri(exact('/a')), byUri(prefix('/a')), false],
  ['regex in prefix', byUri(prefix('/a')), byUri(regex('/a.*')), false],
  ['anything in regex', byUri(regex('/a.*')), byUri(exact('/a')), false],
  ['an empty prefix', byUri(prefix('')), byUri(prefix('/a')), false],
  ['an empty value in it', byHeader('x', exact('')), byHeader('x', exact('')), false],
  ['presence above', byHeader('x', PRESENT), byHeader('x', exact('1')), false],
  ['presence below', byHeader('x', prefix('1')), byHeader('x', PRESENT), false],
  ['other headers', byHeader('x', PRESENT), byHeader('y', PRESENT), true],
  ['one side only', byUri(prefix('/a')), byHeader('x', exact('1')), true],
  ['case', match({ ignoreUriCase: true }), match(), false],
  ['other port', match({ port: 80 }), match({ port: 81 }), false],
  ['port on one side', match({ port: 80 }), match(), true],
  ['namespace unset below', bySource('a'), match(), false],
  ['namespace unset above', match(), bySource('a'), true],
  ['other label value', match({ sourceLabels: { a: '1' } }), match({ sourceLabels: { a: '2' } }), false],
  ['other label', match({ sourceLabels: { a: '1' } }), match({ sourceLabels: { b: '2' } }), true],
  ['fewer gateways', match({ gateways: ['mesh', 'g'] }), match({ gateways: ['mesh'] }), true],
  ['more gateways', match({ gateways: ['g'] }), match({ gateways: ['mesh', 'g'] }), false],
])('%s: merged %s', (_, root: HttpMatch, own: HttpMatch, merged) => {
  expect(mergeMatches([root], [own]) !== undefined).toBe(merged)
})

test('every compatible pair, or nothing when one of the delegate has none', () => {
  const root = [byUri(prefix('/a')), byUri(prefix('/b'))]
  const paths = (own: readonly HttpMatch[]) => mergeMatches(root, own)?.matches.map(({ uri }) => uri)
  expect(paths([byHeader('x', PRESENT)])).toEqual([prefix('/a'), prefix('/b')])
  expect(paths([byUri(exact('/b/1')), byHeader('x', PRESENT)])).toEqual([exact('/b/1'), prefix('/a'), prefix('/b')])
  expect(paths([byUri(exact('/b/1')), byUri(exact('/c'))])).toBeUndefined()
})

const resolve = (root: VirtualServiceResource, all: readonly VirtualServiceResource[]) =>
  resolveDelegates(bindVirtualService(root, 'cluster.local'), createDelegateLookup(all), 'cluster.local')
const delegating = (name: string, namespace?: string) => rule({ delegate: { name, namespace } })

test('a delegate stands in its place, with its own namespace and origins, and takes what it leaves unset', () => {
  const root = vs(
    ['shop'],
    [
      rule({
        ...delegating('part', 'other'),
        name: 'r',
        match: [byUri(prefix('/a'))],
        timeoutMs: 100,
        rewrite: undefined,
      }),
      rule({ name: 'rest', route: [to('shop')] }),
    ],
    { origin: at(1) },
  )
  const part = vs([], [rule({ name: 'p', route: [to('a')] }), rule({ timeoutMs: 5, match: [byUri(exact('/a/1'))] })], {
    name: 'part',
    namespace: 'other',
    origin: at(2),
  })
  const bound = resolve(root, [root, part])
  expect(bound.rules.map(r => [r.rule.name, r.rule.timeoutMs, r.namespace, r.origin, r.matchOrigins])).toEqual([
    ['r-p', 100, 'other', at(2, 'spec', 'http', 0), [at(1, 'spec', 'http', 0, 'match', 0)]],
    ['r', 5, 'other', at(2, 'spec', 'http', 1), [at(2, 'spec', 'http', 1, 'match', 0)]],
    ['rest', undefined, 'default', at(1, 'spec', 'http', 1), []],
  ])
})

test.each([
  ['missing', delegating('nosuch'), 0],
  ['in another namespace than thought', delegating('part'), 0],
  ['there', delegating('part', 'other'), 1],
  ['not exported', delegating('private', 'other'), 0],
])('a rule whose delegate is %s', (_, first, expected) => {
  const root = vs(['shop'], [first])
  const others = [
    vs([], [rule()], { name: 'part', namespace: 'other' }),
    vs([], [rule()], { name: 'private', namespace: 'other', spec: { exportTo: ['.'] } }),
  ]
  const bound = resolve(root, others)
  expect(bound.rules).toHaveLength(expected)
})

test('a mirror that the root names by a short name stays in the root’s namespace', () => {
  const mirror = { destination: { host: 'copy', subset: undefined, port: undefined }, percent: 100, path: ['mirror'] }
  const root = vs(['shop'], [rule({ delegate: { name: 'part', namespace: 'other' }, mirrors: [mirror] })])
  const part = vs([], [rule({ route: [to('a')] })], { name: 'part', namespace: 'other' })
  const [first] = resolve(root, [part]).rules
  expect(first?.rule.mirrors.map(({ destination }) => destination.host)).toEqual(['copy.default.svc.cluster.local'])
})

test('mirror, its share and mirrors come from the root each for itself', () => {
  const mirror = (host: string, ...path: readonly (string | number)[]) => ({
    destination: { host, subset: undefined, port: undefined },
    percent: 100,
    isOldPercent: true,
    path,
  })
  const root = vs(
    ['shop'],
    [
      rule({
        delegate: { name: 'part', namespace: undefined },
        mirrors: [mirror('a', 'mirror'), mirror('b', 'mirrors', 0, 'destination')],
        mirrorShare: { percentage: 10, percent: undefined },
      }),
    ],
    { origin: at(1) },
  )
  const part = vs([], [rule({ mirrors: [mirror('c', 'mirror')] })], { name: 'part', origin: at(2) })
  const [first] = resolve(root, [part]).rules
  expect(first?.rule.mirrors.map(({ destination, percent }) => [destination.host, percent])).toEqual([
    ['c', 10],
    ['b.default.svc.cluster.local', 100],
  ])
  expect(first?.mirrorOrigins).toEqual([
    at(2, 'spec', 'http', 0, 'mirror'),
    at(1, 'spec', 'http', 0, 'mirrors', 0, 'destination'),
  ])
})
