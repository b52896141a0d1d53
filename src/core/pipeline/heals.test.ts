import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import { after, clean, CLIENTS, kinds, run, scenario } from './testing/break-text.ts'

describe('healing', () => {
  test.each<[string, string, string]>([
    [
      'ends what began',
      '  - { name: reviews-v1-0, errors: 50%, status: 503, from: 4s }\n',
      '  - { name: reviews-v1-0, errors: 50%, status: 503, from: 4s, to: 8s }\n',
    ],
    [
      'on lines of their own',
      '  - name: reviews-v1-0 # this one\n    fails: refused\n    from: 4s # since\n',
      '  - name: reviews-v1-0 # this one\n    fails: refused\n    from: 4s # since\n    to: 8s\n',
    ],
    [
      'brings an end forward',
      '  - { name: reviews-v1-0, ready: false, from: 4s, to: 12s }\n',
      '  - { name: reviews-v1-0, ready: false, from: 4s, to: 8s }\n',
    ],
    [
      'all that is wrong, and nothing else',
      '  - { name: reviews-v1-0, latency: 2s, from: 4s }\n  - { name: reviews-v1-1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, status: 503, from: 6s }\n',
      '  - { name: reviews-v1-0, latency: 2s, from: 4s, to: 8s }\n  - { name: reviews-v1-1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, status: 503, from: 6s, to: 8s }\n',
    ],
    [
      'one pod of a broken workload',
      '  - { name: reviews-v1, status: 503, from: 4s }\n',
      '  - { name: reviews-v1, status: 503, from: 4s }\n  - { name: reviews-v1-0, errors: 0%, from: 8s }\n',
    ],
    [
      'leaves the usual latency',
      '  - { name: reviews-v1-0, status: 503, latency: { p50: 20ms, p99: 90ms } }\n',
      '  - { name: reviews-v1-0, status: 503, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1-0, errors: 0%, from: 8s }\n',
    ],
    [
      'back to the usual latency where one entry slows them all',
      '  - { name: reviews-v1, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1, latency: 2s, from: 4s }\n',
      '  - { name: reviews-v1, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, latency: { p50: 20ms, p99: 90ms }, from: 8s }\n',
    ],
    [
      'what began this moment ends a step later',
      '  - { name: reviews-v1-0, status: 503, from: 8s }\n',
      '  - { name: reviews-v1-0, status: 503, from: 8s, to: 8.1s }\n',
    ],
  ])('%s', (_, before, expected) => {
    const text = (list: string) => scenario(`${CLIENTS}  workloads:\n${list}`)
    const healed = after(text(before), 'heal', 8000, 'reviews-v1', 'reviews-v1-0')
    expect(healed).toBe(text(expected))
    expect(clean(healed)).toEqual([])
    expect(kinds(healed, 8100, 'reviews-v1', 'reviews-v1-0')).not.toContain('heal')
  })

  test('a workload with its pods: what ends and what is added go side by side', () => {
    const before = `${CLIENTS}  workloads:
  - name: reviews-v1
    status: 503
    latency: 20ms
  - name: reviews-v1-1
    ready: false
    from: 2s
`
    const healed = after(scenario(before), 'heal', 8000, 'reviews-v1')
    expect(healed).toBe(scenario(`${before}    to: 8s\n  - { name: reviews-v1, errors: 0%, from: 8s }\n`))
  })

  test('a pod that the text has as not ready becomes ready', () => {
    const text = SCENARIOS.find(({ id }) => id === 'zero-ready-version')?.text ?? ''
    const world = run(text)
    const unready = world.mesh.workloads.find(({ pods }) => pods.some(({ ready }) => !ready))
    const healed = after(text, 'heal', 2000, unready?.name ?? '')
    expect(healed).toContain(`{ name: ${unready?.name ?? ''}, ready: true, from: 2s }`)
    expect(clean(healed)).toEqual([])
  })
})
