import { describe, expect, test } from 'vitest'
import { createPrng } from '../base/prng.ts'
import type { Endpoint } from '../envoy/index.ts'
import type { PodCall, PodReply } from '../simulate/index.ts'
import { behaviourOf } from './behaviour-of.ts'
import { stage } from './testing/play.ts'

const endpoint = (pod: string, namespace = 'default'): Endpoint =>
  ({ pod, workload: pod.replace(/-\d+$/, ''), namespace, address: `10.1.0.${pod.length}` }) as Endpoint

/** What a pod replies at a time, with these numbers drawn. */
function replier(entries: string) {
  const behaviour = behaviourOf(stage(`  workloads:\n${entries}`).scenario)
  return (pod: string, atMs: number, ...numbers: readonly number[]): PodReply | undefined => {
    const left = [...numbers]
    const call = { endpoint: endpoint(pod), request: {}, attempt: 1, nth: 1, atMs } as PodCall
    const random = (): number => {
      const number = left.shift()
      if (number === undefined) throw new Error('one draw too many')
      return number
    }
    const reply = behaviour?.({ ...call, random })
    expect(left).toEqual([])
    return reply
  }
}

test('nothing said: no behaviour at all', () => {
  expect(behaviourOf(stage('  seed: 1').scenario)).toBeUndefined()
  expect(behaviourOf(stage('  workloads: [{ name: reviews-v1, ready: false }]').scenario)).toBeUndefined()
})

test('phases: from belongs to one, to does not; others answer at once', () => {
  const reply = replier('  - { name: reviews-v1, status: 503, from: 10s, to: 20s }\n')
  expect([9999.9, 10_000, 19_999.9, 20_000].map(atMs => reply('reviews-v1-0', atMs)?.answer)).toEqual([
    200, 503, 503, 200,
  ])
  expect(reply('reviews-v2-0', 15_000)).toEqual({ answer: 200, latencyMs: 0 })
})

test.each([
  ['errors: 80%', 0.799, 500],
  ['errors: 80%', 0.8, 200],
  ['errors: 80', 0.799, 500],
  ['errors: 0.5%, status: 503', 0.0049, 503],
  ['errors: 0.5%, status: 503', 0.005, 200],
  ['errors: 10%, fails: reset', 0.09, 'reset'],
  ['errors: 10%, fails: hang', 0.09, 'hang'],
  ['errors: 10%, fails: refused', 0.09, 'refused'],
  ['errors: 10%, fails: refused', 0.1, 200],
])('%s, drawn %d', (how, number, answer) => {
  expect(replier(`  - { name: reviews-v1, ${how} }\n`)('reviews-v1-1', 0, number)?.answer).toBe(answer)
})

test.each([
  ['status: 404', 404],
  ['fails: reset', 'reset'],
  ['fails: crash', 'refused'],
  ['errors: 100%', 500],
  ['errors: 0%, status: 503', 200],
])('%s needs no dice', (how, answer) => {
  expect(replier(`  - { name: reviews-v1, ${how} }\n`)('reviews-v1-1', 0)?.answer).toBe(answer)
})

test('a try that was refused a share of the time knocks and asks with one draw', () => {
  const behaviour = behaviourOf(stage('  workloads: [{ name: reviews-v1, errors: 50%, fails: refused }]').scenario)
  const random = createPrng(7)
  const call = { endpoint: endpoint('reviews-v1-0'), request: {}, nth: 1, atMs: 0, random } as PodCall
  const answers = Array.from({ length: 400 }, (_, i) => {
    const knocked = behaviour?.({ ...call, attempt: i + 1 }).answer
    expect(behaviour?.({ ...call, attempt: i + 1 }).answer).toBe(knocked)
    return knocked
  })
  // 400 draws at 1 in 2: five standard deviations are 50.
  expect(Math.abs(answers.filter(answer => answer === 'refused').length - 200)).toBeLessThan(50)
})

describe('latency', () => {
  test.each([
    ['20ms', [], 20],
    ['{ p50: 20ms }', [], 20],
    ['{ p50: 20ms, p99: 300ms }', [0.5], 20],
    ['{ p50: 20ms, p99: 300ms }', [0.99], 300],
    // The mirror image of 0.99 on a logarithmic scale: 20²/300.
    ['{ p50: 20ms, p99: 300ms }', [0.01], 1.333],
    // One standard deviation above (u = 0.8413447): 20 × 15^(1/2.3263479).
    ['{ p50: 20ms, p99: 300ms }', [0.8413447460685429], 64.059],
    ['{ p50: 20ms, p99: 20ms }', [], 20],
  ])('%s, drawn %j', (latency, numbers, ms) => {
    const reply = replier(`  - { name: reviews-v1, latency: ${latency} }\n`)('reviews-v1-0', 0, ...numbers)
    expect(reply?.latencyMs).toBeCloseTo(ms, 3)
  })

  test('as drawn, half lie above p50 and one in a hundred above p99', () => {
    const behaviour = behaviourOf(
      stage('  workloads: [{ name: reviews-v1, latency: { p50: 20ms, p99: 300ms } }]').scenario,
    )
    const random = createPrng(3)
    const call = { endpoint: endpoint('reviews-v1-0'), request: {}, attempt: 1, nth: 1, atMs: 0, random } as PodCall
    const all = Array.from({ length: 10_000 }, () => behaviour?.(call).latencyMs ?? 0)
    // Five standard deviations of 10,000 draws at 1/2 are 250, at 1/100 50.
    expect(Math.abs(all.filter(ms => ms > 20).length - 5000)).toBeLessThan(250)
    expect(Math.abs(all.filter(ms => ms > 300).length - 100)).toBeLessThan(50)
  })
})

test('a pod’s entry wins over its workload’s, a later one over an earlier one, each for what it speaks of', () => {
  const reply = replier(`  - { name: reviews-v1-0, status: 503, from: 5s, to: 10s }
  - { name: reviews-v1, latency: 20ms }
  - { name: reviews-v1, errors: 100%, from: 8s, to: 20s }
  - { name: reviews-v1.default, latency: 100ms, from: 15s }
`)
  const at = (seconds: number) => [reply('reviews-v1-0', seconds * 1000), reply('reviews-v1-1', seconds * 1000)]
  const [fine, slow] = [
    { answer: 200, latencyMs: 20 },
    { answer: 200, latencyMs: 100 },
  ]
  expect(at(0)).toEqual([fine, fine])
  expect(at(5)).toEqual([{ answer: 503, latencyMs: 20 }, fine])
  expect(at(8)).toEqual([
    { answer: 503, latencyMs: 20 },
    { answer: 500, latencyMs: 20 },
  ])
  expect(at(10)).toEqual([
    { answer: 500, latencyMs: 20 },
    { answer: 500, latencyMs: 20 },
  ])
  expect(at(15)).toEqual([
    { answer: 500, latencyMs: 100 },
    { answer: 500, latencyMs: 100 },
  ])
  expect(at(20)).toEqual([slow, slow])
})

test('errors: 0% for a pod takes its workload’s failures away', () => {
  const reply = replier('  - { name: reviews-v1-0, errors: 0% }\n  - { name: reviews-v1, status: 503 }\n')
  expect([reply('reviews-v1-0', 0)?.answer, reply('reviews-v1-1', 0)?.answer]).toEqual([200, 503])
})

test('names are of the Scenario’s namespace unless they say another', () => {
  const entries = '  workloads: [{ name: reviews-v1, status: 503 }, { name: reviews-v1.prod, status: 404 }]'
  const behaviour = behaviourOf(stage(entries).scenario)
  const ask = (namespace: string) =>
    behaviour?.({ endpoint: endpoint('reviews-v1-0', namespace), atMs: 0, attempt: 1 } as PodCall).answer
  expect([ask('default'), ask('prod'), ask('test')]).toEqual([503, 404, 200])
})
