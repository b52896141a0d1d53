import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { toProxyId } from '../base/ids.ts'
import { enumerateOutcomes } from '../route/index.ts'
import { SCENARIOS } from '../../scenarios/index.ts'
import { createPipeline, writeAssumed } from './index.ts'
import type { World } from './index.ts'

const CANARY = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - route:
    - destination: { host: reviews, subset: v1 }
      weight: 90
    - destination: { host: reviews, subset: v2 }
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v2
    labels: { version: v2 }
`

const run = (text: string): World => createPipeline().run(text)

/** Share of all assumed requests by status, flags and workload. */
function shares(world: World): Readonly<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const { proxy, classes } of world.traffic.clients) {
    const sum = classes.reduce((total, { weight }) => total + weight, 0)
    for (const { request, weight } of classes) {
      for (const { probability, decision } of enumerateOutcomes(world.routerFor(proxy), request)) {
        const key = `${decision.status} ${decision.flags} ${decision.endpoint?.workload ?? ''}`
        out[key] = (out[key] ?? 0) + (probability * weight) / sum
      }
    }
  }
  return Object.fromEntries(Object.entries(out).map(([key, share]) => [key, Math.round(share * 1e6) / 1e6]))
}

test('two pasted resources split 90 to 10 among assumed pods', () => {
  expect(shares(run(CANARY))).toEqual({ '200 - reviews-v1': 0.9, '200 - reviews-v2': 0.1 })
})

test('a deleted subset sends its share nowhere', () => {
  const broken = CANARY.replace(/ {2}- name: v2\n.*\n/, '')
  expect(shares(run(broken))).toEqual({ '200 - reviews-v1': 0.9, '503 NC ': 0.1 })
})

test('a refused resource takes no part', () => {
  const world = run(CANARY.replace('weight: 90', 'weight: -5'))
  expect([...world.refused].map(({ kind }) => kind)).toEqual(['VirtualService'])
  expect(world.mesh.virtualServices).toEqual([])
  expect(world.diagnostics.map(({ code }) => code)).toContain('REFUSED')
})

test('what an edit does not touch is the same object as before', () => {
  const pipeline = createPipeline()
  const before = pipeline.run(CANARY)
  const proxy = before.callers[0] ?? toProxyId('none', 'default')
  const router = before.routerFor(proxy)
  const after = pipeline.run(`# a word\n---\n${CANARY}`)
  expect(after.resources[1]).toBe(before.resources[1])
  const same = pipeline.run(`${CANARY}---\n# only a comment\n`)
  expect(pipeline.run(CANARY).mesh).toBe(same.mesh)
  expect(same.routerFor(proxy)).toBe(pipeline.run(CANARY).routerFor(proxy))
  const changed = pipeline.run(CANARY.replace('weight: 10', 'weight: 11'))
  expect(changed.mesh).not.toBe(same.mesh)
  expect(changed.routerFor(proxy)).not.toBe(router)
  expect(shares(changed)).toEqual(shares(run(CANARY.replace('weight: 10', 'weight: 11'))))
})

test('a syntax error makes the text unreadable and comes first', () => {
  const world = run(CANARY.replace('metadata: {', 'metadata: {{'))
  expect(world.readable).toBe(false)
  expect(world.diagnostics[0]?.code).toBe('YAML')
})

test.each(SCENARIOS)('$id: every request of the assumed traffic is decided', ({ text }) => {
  const world = run(text)
  expect(world.readable).toBe(true)
  expect([...world.refused]).toEqual([])
  const total = Object.values(shares(world)).reduce((sum, share) => sum + share, 0)
  expect(total).toBeCloseTo(world.traffic.clients.length, 4)
})

test.each(['', '\n', '# nothing\n', CANARY, CANARY.trimEnd(), `${CANARY}---\n`])(
  'what is assumed can be written down: then nothing is assumed and the same happens (%#)',
  text => {
    const before = run(text)
    const after = run(applyEdits(text, writeAssumed(before)))
    expect(after.assumed).toEqual([])
    expect(shares(after)).toEqual(shares(before))
  },
)

test('one assumed thing alone can be written down', () => {
  const world = run(CANARY)
  const [service] = world.assumed
  const text = applyEdits(CANARY, writeAssumed(world, service && [service.key]))
  expect(run(text).resources.map(({ key }) => key)).toEqual([
    'VirtualService default/reviews',
    'DestinationRule default/reviews',
    'Service default/reviews',
  ])
})

test('no text makes it throw', () => {
  const pipeline = createPipeline()
  const texts = SCENARIOS.map(({ text }) => text)
  const slip = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(40), fc.string({ maxLength: 6 }))
    .map(([text, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length))
  fc.assert(
    fc.property(fc.oneof(fc.string(), slip), text => {
      const world = pipeline.run(text)
      for (const { proxy, classes } of world.traffic.clients) {
        for (const { request } of classes.slice(0, 3)) enumerateOutcomes(world.routerFor(proxy), request)
      }
    }),
    { numRuns: 150, seed: 1 },
  )
})

test('what admission remarks on a rule is not said again where the analysis says it', () => {
  const route = '  - route:\n    - destination: { host: reviews, subset: v1 }\n'
  const world = run(CANARY.replace('  http:\n', `  http:\n${route}`))
  const about = world.diagnostics.filter(({ origin }) => origin.path.includes('http') && origin.path.at(-1) === 1)
  expect(about.map(({ code }) => code)).toEqual(['IST0130'])
})

test('a rule that can never match is called so in a refused resource too, by its number', () => {
  const route = '  - route:\n    - destination: { host: reviews, subset: v1 }\n'
  const named = '  - name: preview\n    route: [{ destination: { host: reviews }, weight: -1 }]\n'
  const world = run(CANARY.replace('  http:\n', `  http:\n${route}${named}`))
  expect(world.refused.size).toBe(1)
  const titles = world.diagnostics.flatMap(({ code, title }) => (code === 'IST0130' ? title : []))
  expect(titles[0]).toBe('Rule 2 can never match')
})

test('errors come first, then what stands higher in the text', () => {
  const unused = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\n`
  const broken = CANARY.replace(/ {2}- name: v2\n.*\n/, '')
  const codes = run(unused + broken).diagnostics.map(({ code, severity }) => `${severity} ${code}`)
  expect(codes).toEqual(['error IST0101', 'info MX0001'])
})
