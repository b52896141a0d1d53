import type { TimedCase } from './timed-case.ts'

/** How far a simulation may be from its recording, where the case says so itself. */
export interface Tolerance {
  /** Of shares; absent: by the number of requests. */
  readonly shares: ShareTolerance | undefined
  /** Of moments in the list of ejections. */
  readonly momentsMs: number
  /** Of durations. */
  readonly durationMs: number
  /** Which of the possible counts was met is a matter of microseconds: any count that was recorded is right. */
  readonly byTiming: boolean
  /** A stay after a spell of health may be one base time longer or shorter. */
  readonly staysVary: boolean
}

export interface ShareTolerance {
  readonly points: number
  /** It holds for this field alone; absent: for every one. */
  readonly field?: string
  /** It holds for the sum of these keys; absent: for each key. */
  readonly keys?: RegExp
}

/** What the words of `compare` grant; of several rows that fit each counts. */
const WORDS: readonly (readonly [words: RegExp, grants: (match: RegExpExecArray) => Partial<Tolerance>])[] = [
  [/(?:times|ejections|later times) \+-(\d+) ms/, ([, ms]) => ({ momentsMs: Number(ms) })],
  [/times \+-([\d.]+) s/, ([, s]) => ({ momentsMs: Number(s) * 1000 })],
  [/duration \d+ \+-(\d+) ms/, ([, ms]) => ({ durationMs: Number(ms) })],
  [/(?:^|share.*|[\d.]+ )\+-([\d.]+) points/, ([, points]) => ({ shares: { points: Number(points) } })],
  [
    /share of the (?:slow|failing) pod \+-([\d.]+) points/,
    ([, points]) => ({ shares: { points: Number(points), field: 'pods', keys: /^web-v1-0$/ } }),
  ],
  [/timing/, () => ({ byTiming: true })],
  [/one base time longer or shorter/, () => ({ staysVary: true })],
]

export function toleranceOf({ name, compare }: TimedCase): Tolerance {
  const granted = WORDS.map(([words, grants]) => {
    const match = words.exec(compare)
    return match ? grants(match) : {}
  })
  return Object.assign({ ...USUAL }, ...granted, OF_CASES[name]) as Tolerance
}

const USUAL: Tolerance = {
  shares: undefined,
  momentsMs: 100,
  durationMs: 10,
  byTiming: false,
  staysVary: false,
}

/** Where the words say it in a way of their own. */
const OF_CASES: Readonly<Record<string, Partial<Tolerance>>> = {
  'mirror-percentage-10': { shares: { points: 3, field: 'copiesPerRequest' } },
  'mirror-percentage-25': { shares: { points: 3, field: 'copiesPerRequest' } },
  'mirror-percentage-0.5': { shares: { points: 0.6, field: 'copiesPerRequest' } },
  'lb-failover-share-of-one': { shares: { points: 3, field: 'pods', keys: /^web-v2/ } },
  'lb-failover-share-of-two': { shares: { points: 2, field: 'pods', keys: /^web-v2/ } },
  // 400 requests: (2/3)^6 of 8.8 % is itself three points from what was recorded.
  'retries-other-pod-3': { shares: undefined },
  'outlier-least-request-outage': { momentsMs: 150, shares: undefined },
}

/** Of shares that the case says nothing of. */
export function pointsOf(requests: number): number {
  return requests >= 1000 ? 3 : requests >= 300 ? 6 : 12
}
