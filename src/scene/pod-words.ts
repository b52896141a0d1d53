import { milliseconds } from './figures.ts'
import { isUsed } from './pod-tracks.ts'
import type { PodState } from './pod-tracks.ts'

/** What tells a pod from its siblings: `m8d2q` of `reviews-v1-m8d2q`, `v1-0` of `reviews-v1-0`. */
export const podTail = (name: string): string => /[^-]*(-\d{1,2})?$/.exec(name)?.[0] ?? name

/** As the clock beside the timeline has it. */
const clock = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** After an ejection or a pause it is back; what was not ready before is ready. */
export const backWord = ({ from }: Extract<PodState, { kind: 'back' }>): string =>
  from === 'not-ready' ? 'ready' : 'back'

/** How long a pod that came back says so. */
export const BACK_MS = 3000

/** A pod's state in a few words; undefined: nothing to say of it. */
export function stateWords(state: PodState | undefined, nowMs: number): string | undefined {
  switch (state?.kind) {
    case 'out':
      return `out since ${clock(state.sinceMs)}`
    case 'not-ready':
      return 'not ready'
    case 'gone':
      return 'gone'
    case 'back':
      return nowMs - state.sinceMs < BACK_MS ? `${backWord(state)} since ${clock(state.sinceMs)}` : undefined
    default:
      return undefined
  }
}

/** The same at length, a sentence each, for tooltips and details. */
export function stateSentences(state: PodState | undefined, nowMs: number): readonly string[] {
  const short = stateWords(state, nowMs)
  if (short === undefined || !state) return []
  if (state.kind === 'not-ready') return ['Not ready. Nobody sends it anything.']
  if (state.kind === 'gone') return ['Gone: this sidecar has it on no list.']
  if (state.kind !== 'out') return [`${sentence(short)}.`]
  const { factor, baseMs, threshold, told } = state
  const knownMs = told[0]?.atMs
  const stay = baseMs === undefined ? '' : `Stays out for ${milliseconds(baseMs)} × ${String(factor)}. `
  const learns =
    knownMs === undefined || knownMs - state.sinceMs < 1 || nowMs >= knownMs
      ? ''
      : ` The balancer learns of it at ${clock(knownMs)}.`
  const errors = threshold === undefined ? '' : `, after ${ERRORS[state.because](threshold)}`
  return [
    `${sentence(short)}${errors}.`,
    `${stay}Back at the first check after ${clock(state.untilMs)}.${learns}`,
    isUsed(state, nowMs)
      ? 'Too few pods are left, so this sidecar uses it all the same.'
      : 'Kubernetes still calls this pod ready. Only this sidecar avoids it.',
  ]
}

const ERRORS = {
  'consecutive-5xx': (n: number) => (n === 1 ? 'one 5xx' : `${String(n)} answers of 5xx in a row`),
  'consecutive-gateway-failure': (n: number) =>
    n === 1 ? 'one gateway error' : `${String(n)} gateway errors in a row`,
  'consecutive-local-origin-failure': () => 'failures to connect',
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is left of a stay: seconds, and the part of it. Nothing once only the next check is waited for. */
export function stayLeft(state: PodState | undefined, nowMs: number): { readonly ms: number; readonly part: number } {
  if (state?.kind !== 'out') return { ms: 0, part: 0 }
  const ms = Math.max(0, state.untilMs - nowMs)
  return { ms, part: ms / Math.max(1, state.untilMs - state.sinceMs) }
}
