import { expect, test } from 'vitest'
import { createRouter, createSeededChance, enumerateOutcomes } from './index.ts'
import {
  cluster,
  clusterName,
  endpoint,
  forwardTo,
  leg,
  matching,
  request,
  route,
  sidecar,
} from './testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1'), endpoint('reviews-v1-1', '10.1.0.2')])
const V2 = cluster(clusterName('v2'), [endpoint('reviews-v2-0', '10.1.0.3')])
const toV1 = route({ action: forwardTo([leg(V1.name)]) })
const canary = route({ action: forwardTo([leg(V1.name, 90), leg(V2.name, 10)]) })
const onlyJason = matching({
  headers: [
    {
      name: 'end-user',
      match: { kind: 'exact', value: 'jason' },
      invert: false,
      treatMissingAsEmpty: false,
      origin: undefined,
    },
  ],
})

test('a canary gives each leg its share and each pod its part of that', () => {
  const outcomes = enumerateOutcomes(createRouter(sidecar([canary], [V1, V2])), request())
  expect(outcomes.map(({ probability, decision }) => [decision.endpoint?.pod, probability])).toEqual([
    ['reviews-v1-0', 0.45],
    ['reviews-v1-1', 0.45],
    ['reviews-v2-0', 0.1],
  ])
})

test('a missing cluster is 503 NC without an attempt, an empty one 503 UH with one', () => {
  const router = createRouter(sidecar([canary], [cluster(V1.name, [])]))
  expect(enumerateOutcomes(router, request()).map(({ probability, decision }) => [probability, decision])).toEqual([
    [0.9, expect.objectContaining({ status: 503, flags: 'UH', attempts: 1, cluster: V1.name })],
    [0.1, expect.objectContaining({ status: 503, flags: 'NC', attempts: 0, cluster: '-' })],
  ])
})

test('the first matching route wins, and the trace says why the others did not', () => {
  const jason = route({ name: 'jason', match: onlyJason, action: forwardTo([leg(V2.name)]) })
  const router = createRouter(sidecar([jason, toV1, route({ name: 'late', action: toV1.action })], [V1, V2]))
  const { decision, trace } = router.explain(request(), createSeededChance(1))
  expect(decision.route).toBe(toV1)
  expect(trace.filter(step => step.kind.startsWith('route-'))).toEqual([
    expect.objectContaining({ label: 'jason', because: 'header end-user is absent, exact jason wanted' }),
    expect.objectContaining({ kind: 'route-matched', because: 'it has no conditions' }),
    expect.objectContaining({ kind: 'route-not-reached', label: 'late' }),
  ])
  expect(router.decide(request({ headers: { 'End-User': 'jason' } }), createSeededChance(1)).route).toBe(jason)
})

test('no matching route is 404 NR', () => {
  const router = createRouter(sidecar([route({ match: onlyJason, action: toV1.action })], [V1]))
  expect(router.decide(request(), createSeededChance(1))).toMatchObject({ status: 404, flags: 'NR', attempts: 0 })
})

test('the trace ends with what was decided, for the same dice', () => {
  const router = createRouter(sidecar([canary], [V1]))
  for (let seed = 0; seed < 50; seed++) {
    const decision = router.decide(request(), createSeededChance(seed))
    const explained = router.explain(request(), createSeededChance(seed))
    expect(explained.decision).toEqual(decision)
    expect(explained.trace.at(-1)).toMatchObject({ kind: 'answer', status: decision.status, flags: decision.flags })
  }
})

test('a name that does not resolve and an address nobody listens at end before any rule', () => {
  const router = createRouter(sidecar([toV1], [V1]))
  const outcome = (url: string) => router.decide(request({ url }), createSeededChance(1)).outcome
  expect(outcome('http://nowhere:9080/')).toBe('dns-failure')
  expect(outcome('http://reviews:81/')).toBe('no-listener')
})
