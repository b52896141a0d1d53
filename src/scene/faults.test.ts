import { describe, expect, test } from 'vitest'
import type { Wrong } from '../core/scenario/index.ts'
import { faultMarks } from './fault-marks.ts'
import { faultSentences, faultWords, faultsAt, faultsOf, shortFault } from './faults.ts'
import type { ShownFault } from './faults.ts'

const HALF: Wrong = { kind: 'fails', percent: 50, answer: 503 }
const ALL: Wrong = { kind: 'fails', percent: 100, answer: 503 }
const SLOW: Wrong = { kind: 'slow', latency: { kind: 'constant', ms: 2000 } }
const fault = (id: string, fromMs: number, toMs: number, wrong: Wrong): ShownFault => ({ id, fromMs, toMs, wrong })
const PODS = ['a-0', 'a-1', 'a-2'].map(name => ({ id: name, name, ready: true, origin: undefined }))
const DOTS = new Map(PODS.map(pod => [pod.id, pod]))

test.each<[Wrong, string]>([
  [HALF, 'answers 503 to half'],
  [ALL, 'answers 503 to all'],
  [{ kind: 'fails', percent: 80, answer: 500 }, 'answers 500 to 80 %'],
  [{ kind: 'fails', percent: 100, answer: 'refused' }, 'refuses connections'],
  [{ kind: 'fails', percent: 100, answer: 'crash' }, 'refuses connections'],
  [{ kind: 'fails', percent: 50, answer: 'refused' }, 'refuses half of connections'],
  [{ kind: 'fails', percent: 100, answer: 'reset' }, 'breaks off requests'],
  [{ kind: 'fails', percent: 20, answer: 'hang' }, 'leaves 20 % unanswered'],
  [SLOW, 'answers after 2 s'],
  [{ kind: 'slow', latency: { kind: 'spread', p50Ms: 60, p99Ms: 1300 } }, 'answers after 60 ms, 1 in 100 after 1.3 s'],
])('%j in words', (wrong, words) => {
  expect(faultWords(wrong)).toBe(words)
})

test('a pod says since when, by the timeline’s clock; not of what was so from the beginning', () => {
  const faults = faultsAt([fault('a-0', 4300, 8000, HALF), fault('a-0', 0, Infinity, SLOW)], 5000)
  expect(faultsOf({ faults }, 'a-0')).toEqual(['answers 503 to half since 4.3 s', 'answers after 2 s'])
  expect(faultSentences({ faults }, 'a-0')[0]).toBe('Answers 503 to half since 4.3 s.')
  expect(faultsOf({ faults }, 'a-1')).toEqual([])
})

test('a fault holds from its moment until its end, which does not belong to it', () => {
  const faults = [fault('a-0', 4300, 8000, HALF)]
  expect([4299, 4300, 7999, 8000].map(at => faultsAt(faults, at).size)).toEqual([0, 1, 1, 0])
})

test.each<[string | undefined, readonly ShownFault[]]>([
  [undefined, []],
  ['503 to half', PODS.map(({ id }) => fault(id, 0, 9, HALF))],
  ['1 of 3 fails', [fault('a-0', 0, 9, HALF)]],
  ['2 of 3 fail', [fault('a-0', 0, 9, HALF), fault('a-1', 0, 9, ALL)]],
  ['3 of 3 fail', [fault('a-0', 0, 9, HALF), fault('a-1', 0, 9, ALL), fault('a-2', 0, 9, ALL)]],
  ['1 of 3 slow', [fault('a-0', 0, 9, SLOW)]],
  ['after 2 s', PODS.map(({ id }) => fault(id, 0, 9, SLOW))],
])('a workload says %s', (words, faults) => {
  expect(shortFault({ faults: faultsAt(faults, 1) }, PODS)).toBe(words)
})

describe('marks', () => {
  const marks = (faults: readonly ShownFault[]) =>
    faultMarks(faults, DOTS).map(({ kind, atMs, label, words }) => [kind, atMs, label, words])

  test('when a pod breaks and when it is well again', () => {
    expect(marks([fault('a-0', 4300, 8000, HALF)])).toEqual([
      ['broken', 4300, 'a-0', 'a-0: answers 503 to half'],
      ['healed', 8000, 'a-0', 'a-0: fails no longer'],
    ])
  })

  test('pods of one moment have one', () => {
    expect(marks(PODS.map(({ id }) => fault(id, 4300, Infinity, SLOW)))).toEqual([
      ['broken', 4300, '3 pods', 'a-0, a-1, a-2: answers after 2 s'],
    ])
  })

  test('another kind of failing is no healing, and what fails from the beginning no break', () => {
    expect(marks([fault('a-0', 0, 4000, HALF), fault('a-0', 4000, Infinity, ALL)])).toEqual([
      ['broken', 4000, 'a-0', 'a-0: answers 503 to all'],
    ])
  })
})
