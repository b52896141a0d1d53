import type { TryBar, Waterfall } from '../../scene/index.ts'
import { duration } from '../metrics/words.ts'

/** `3 tries, 124 ms`; while it is on its way `2 tries so far, 80 ms`. */
export function titleOf({ tries, endMs, soFarMs }: Waterfall): string {
  const n = tries.length
  const tried = n === 0 ? 'No try' : n === 1 ? '1 try' : `${String(n)} tries`
  if (endMs !== undefined) return `${tried}, ${duration(endMs)}`
  if (n === 0) return 'No try yet'
  return soFarMs === undefined ? `${tried} so far` : `${tried} so far, ${duration(soFarMs)}`
}

/** A try in a sentence: what it waited for, how long the pod had it, and how it ended. */
export function tryWords({ number, pod, pausedFromMs, fromMs, sentMs, toMs, words }: TryBar): string {
  const parts = [
    ...(pausedFromMs === undefined ? [] : [`after ${duration(fromMs - pausedFromMs)} back-off`]),
    ...(sentMs === undefined
      ? toMs === undefined
        ? ['waits for a connection']
        : [`${duration(toMs - fromMs)} without a connection`]
      : [
          ...(sentMs - fromMs > 0 ? [`${duration(sentMs - fromMs)} for a connection`] : []),
          ...(toMs === undefined ? [] : [`${duration(toMs - sentMs)} at the pod`]),
        ]),
  ]
  return [`Try ${String(number)}${pod === undefined ? '' : ` at ${pod}`}: ${words}`, ...parts].join(', ')
}

/** What of the key is there to be explained. */
export function keyOf({ delayMs, tries, idle }: Waterfall) {
  const isThere = {
    delay: delayMs > 0,
    pause: idle !== undefined || tries.some(({ pausedFromMs }) => pausedFromMs !== undefined),
    wait: tries.some(({ fromMs, sentMs, toMs }) => (sentMs ?? toMs ?? Infinity) - fromMs >= VISIBLE_MS),
    served: tries.some(({ sentMs }) => sentMs !== undefined),
  }
  return KEY.filter(([kind]) => isThere[kind])
}

/** A connection within a cluster is there sooner. */
const VISIBLE_MS = 1

const KEY = [
  ['delay', 'injected delay'],
  ['pause', 'back-off'],
  ['wait', 'waits for a connection'],
  ['served', 'at the pod'],
] as const
