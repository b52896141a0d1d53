import { expect, test } from 'vitest'
import type { Explanation, LocatedStep } from '../worker/protocol.ts'
import { explanationAt } from './explanation-at.ts'

const step = (kind: string, attempt?: number) => ({ step: { kind, attempt } }) as unknown as LocatedStep
const bar = (number: number, fromMs: number, toMs: number) => ({
  number,
  pod: 'a',
  pausedFromMs: undefined,
  fromMs,
  sentMs: fromMs,
  toMs,
  outcome: 'app-error' as const,
  words: 'answered 503',
  lagMs: 100,
})

/** It left at 1,000, was tried three times, and is seen for what it is 500 ms after it left. */
const WHOLE: Explanation = {
  number: 7,
  atMs: 1000,
  method: 'GET',
  url: '/',
  headers: [],
  status: 503,
  flags: 'URX',
  steps: [
    step('route-matched'),
    step('endpoint'),
    step('retry', 2),
    step('endpoint'),
    step('retry', 3),
    step('answer'),
  ],
  endShownMs: 500,
  tries: {
    endMs: 300,
    delayMs: 0,
    tries: [bar(1, 0, 50), bar(2, 80, 150), bar(3, 200, 300)],
    idle: undefined,
    endShownMs: 500,
  },
  accessLog: 'GET / 503 URX',
  confirm: [{ command: 'kubectl logs', note: '' }],
}

test('of a request on its way only its tries so far are told, neither its end nor its line in the log', () => {
  const kinds = (sinceMs: number) =>
    explanationAt(WHOLE, 1000 + sinceMs).steps.map(({ step }) => ('attempt' in step ? step.attempt : step.kind))
  expect(explanationAt(WHOLE, 1190)).toMatchObject({ status: undefined, flags: '', accessLog: undefined, confirm: [] })
  // A try is seen to end 100 ms after it did: at 150 and 250; the next one begins 30 and 50 ms later.
  expect(kinds(120).length).toBe(2)
  expect(kinds(190)).toHaveLength(4)
  expect(kinds(310)).toHaveLength(5)
  expect(explanationAt(WHOLE, 1310).tries?.tries).toHaveLength(3)
})

test('once it is seen for what it is, all is told', () => {
  expect(explanationAt(WHOLE, 1500)).toEqual(WHOLE)
  expect(explanationAt({ ...WHOLE, endShownMs: Infinity, status: undefined }, 9000).steps).toHaveLength(5)
})
