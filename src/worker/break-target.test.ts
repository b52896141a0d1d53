import { describe, expect, test } from 'vitest'
import { applyEdits } from '../core/base/text-range.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import type { Stage } from '../scene/index.ts'
import { createAnswerer } from './answer.ts'
import type { Breaks, Picture } from './protocol.ts'

const FLAKY = SCENARIOS.find(({ id }) => id === 'flaky-pods')?.text ?? ''

function ask(text: string) {
  const answer = createAnswerer()
  const run = (now: string): Picture => {
    const given = answer({ kind: 'run', id: 1, text: now, proxy: undefined, traffic: undefined, untilMs: 12_000 })
    if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
    return given.picture
  }
  const picture = run(text)
  const breaks = (target: string, nowMs: number): Breaks | undefined => {
    const given = answer({ kind: 'breaks', id: 2, target, nowMs })
    if (given.kind !== 'breaks') throw new Error(JSON.stringify(given))
    return given.breaks
  }
  return { run, picture, breaks }
}

const added = (breaks: Breaks | undefined, kind: string) =>
  breaks?.choices.find(one => one.kind === kind)?.edits.map(({ text }) => text.trim())

describe('what was pressed', () => {
  const { picture, breaks } = ask(FLAKY)
  const row = picture.stage?.subsets[0]?.rows.find(({ name }) => name === 'v2')

  test('a pod is one pod', () => {
    const found = breaks('pod:default/reviews-v2-1', 2000)
    expect(found).toMatchObject({ id: 'pod:default/reviews-v2-1', name: 'reviews-v2-1', pods: 1 })
    expect(added(found, 'refuse')).toEqual(['- { name: reviews-v2-1, fails: refused, from: 2s }'])
  })

  test('a workload is all of its pods', () => {
    const found = breaks('workload:default/reviews-v2', 2000)
    expect(found).toMatchObject({ name: 'reviews-v2', pods: 2 })
    expect(added(found, 'refuse')).toEqual(['- { name: reviews-v2, fails: refused, from: 2s }'])
  })

  test('a subset is the workloads behind it', () => {
    const found = breaks(row?.id ?? '', 2000)
    expect(found).toMatchObject({ name: 'reviews v2', pods: 2 })
    expect(added(found, 'not-ready')).toEqual(['- { name: reviews-v2, ready: false, from: 2s }'])
  })

  test('a subset that has a workload only in part is its pods', () => {
    const text = `apiVersion: v1
kind: Service
metadata: { name: a }
spec: { selector: { app: a }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: a-0, labels: { app: a, track: x } }
---
apiVersion: v1
kind: Pod
metadata: { name: a-1, labels: { app: a, track: y } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a }
spec: { host: a, subsets: [{ name: x, labels: { track: x } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a }
spec: { hosts: [a], http: [{ route: [{ destination: { host: a, subset: x } }] }] }
`
    const { picture, breaks } = ask(text)
    const x = picture.stage?.subsets[0]?.rows.find(({ name }) => name === 'x')
    const found = breaks(x?.id ?? '', 2000)
    expect(found).toMatchObject({ name: 'a x', pods: 1 })
    expect(added(found, 'refuse')?.[0]).toMatch(/ {2}- \{ name: a-0, fails: refused, from: 2s \}$/)
  })

  test.each(['client', 'sidecar', 'hole:x:y', 'workload:default/nobody', 'pod:default/reviews-v2-9'])(
    'with %s nothing can be done',
    id => {
      expect(breaks(id, 2000)).toBeUndefined()
    },
  )

  test('a TCP port passes bytes on: its pods can be made not ready, and nothing else', () => {
    const text = `apiVersion: v1
kind: Service
metadata: { name: db }
spec: { selector: { app: db }, ports: [{ name: tcp, port: 5432 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: db }
spec: { hosts: [db], tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: db, port: { number: 5432 } } }] }] }
`
    const { picture, breaks } = ask(text)
    const [workload] = picture.stage?.workloads ?? []
    expect(breaks(workload?.id ?? '', 2000)?.choices.map(({ kind }) => kind)).toEqual(['not-ready'])
  })
})

/** The first pod that anybody can press. */
const podOf = (stage: Stage | undefined) =>
  stage?.workloads.find(({ pods, addresses }) => pods.length > 0 && !addresses)?.pods[0]?.id ?? ''

describe('a run', () => {
  test.each(SCENARIOS)('of $id begins alike, broken later or not, healed or not', ({ text }) => {
    const { run, picture, breaks } = ask(text)
    const pod = podOf(picture.stage)
    const choice = breaks(pod, 4237)?.choices.find(({ kind }) => kind === 'fail-half')
    if (!choice) {
      expect(pod).toBe('')
      return
    }
    const brokenText = applyEdits(text, choice.edits)
    const broken = run(brokenText)
    expect(broken.beginning).toBe(picture.beginning)
    expect(broken.signature).not.toBe(picture.signature)
    const heal = breaks(pod, 6000)?.choices.find(({ kind }) => kind === 'heal')
    const healed = run(applyEdits(brokenText, heal?.edits ?? []))
    expect(healed.beginning).toBe(picture.beginning)
    expect(healed.signature).not.toBe(broken.signature)
    expect(healed.log.happenings?.faults?.find(({ id, fromMs }) => id === pod && fromMs === 4300)).toMatchObject({
      toMs: heal?.atMs,
      wrong: { kind: 'fails', percent: 50, answer: 503 },
    })
  })

  test('begins alike where what holds from the beginning ends later', () => {
    const broken = FLAKY.replace(
      '  - name: reviews-v1-0',
      '  - { name: reviews-v2-0, errors: 50% }\n  - name: reviews-v1-0',
    )
    const { run, picture, breaks } = ask(broken)
    const heal = breaks('pod:default/reviews-v2-0', 6000)?.choices.find(({ kind }) => kind === 'heal')
    const healed = applyEdits(broken, heal?.edits ?? [])
    expect(healed).toContain('{ name: reviews-v2-0, errors: 50%, to: 6s }')
    expect(run(healed).beginning).toBe(picture.beginning)
    expect(run(FLAKY).beginning).not.toBe(picture.beginning)
  })

  test('begins differently where traffic, the seed, the rules or pods are others from the start', () => {
    const { run, picture } = ask(FLAKY)
    for (const [from, to] of [
      ['rate: 50/s', 'rate: 51/s'],
      ['seed: 42', 'seed: 43'],
      ['weight: 20', 'weight: 21'],
      ['latency: 30ms', 'latency: 31ms'],
    ] as const) {
      expect(run(FLAKY.replace(from, to)).beginning, to).not.toBe(picture.beginning)
    }
    expect(run(FLAKY.replace('from: 3s', 'from: 4s')).beginning).toBe(picture.beginning)
  })

  test('shows the same until it breaks', () => {
    const { run, picture, breaks } = ask(FLAKY)
    const choice = breaks('pod:default/reviews-v2-0', 5000)?.choices.find(({ kind }) => kind === 'fail-all')
    const broken = run(applyEdits(FLAKY, choice?.edits ?? []))
    const left = ({ log }: Picture) =>
      log.departures
        .flatMap(({ atMs, numbers, course }) =>
          [...atMs].map((at, i) => [numbers[i], at, at + course.landsAtMs, course.end] as const),
        )
        .filter(([, , lands]) => lands < 5000)
        .sort(([a = 0], [b = 0]) => a - b)
    expect(left(broken)).toEqual(left(picture))
    expect(left(broken).length).toBeGreaterThan(150)
    const marks = broken.log.happenings?.marks.filter(({ kind }) => kind === 'broken') ?? []
    expect(marks.map(({ atMs, words }) => [atMs, words])).toEqual([
      [3000, 'reviews-v1-0: answers 503 to 80 %'],
      [5000, 'reviews-v2-0: answers 503 to all'],
    ])
  })
})
