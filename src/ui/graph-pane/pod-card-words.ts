import type { Moment, PodDot, PoolsNow } from '../../scene/index.ts'
import { isUsed, stateWords, stayLeft } from '../../scene/index.ts'

export interface CardWords {
  readonly state: string
  /** The pod fails, or gets nothing. */
  readonly isBad: boolean
  readonly aside: string
  /** How much longer it is out. */
  readonly left: string | undefined
}

/** What a pod's card says: `4 of 5 errors`, `3 in flight, 1 waits`, `17.4 s left of 30 s`. */
export function cardWords(pod: PodDot, moment: Moment, pools: PoolsNow | undefined): CardWords {
  const state = moment.pods.get(pod.id)
  const now = pools?.pods.get(pod.id)
  const isIdle = state?.kind === 'out' && now?.inFlight === 0 && now.idle > 0
  const flight = !now
    ? ''
    : isIdle
      ? `${now.idle} idle connection${now.idle === 1 ? '' : 's'}`
      : `${now.inFlight} in flight`
  const aside = now && now.waiting > 0 ? `${flight}, ${now.waiting} ${now.waiting === 1 ? 'waits' : 'wait'}` : flight
  const said = stateWords(state, moment.nowMs)
  if (state?.kind === 'out') {
    const leftMs = stayLeft(state, moment.nowMs).ms
    const whole = `${seconds(state.untilMs - state.sinceMs, 0)} s`
    const left = leftMs > 0 ? `${seconds(leftMs, 1)} s of ${whole} left` : 'waits for the next check'
    return { state: isUsed(state, moment.nowMs) ? `${said ?? ''}, but used` : (said ?? ''), isBad: false, aside, left }
  }
  const isReady = state ? state.kind === 'ready' || state.kind === 'back' : pod.ready
  const errors = now?.errors
  if (isReady && errors && errors.count > 0) {
    const what = errors.kind === 'consecutive-5xx' ? 'errors' : 'gateway errors'
    return { state: `${errors.count} of ${errors.threshold} ${what}`, isBad: true, aside, left: undefined }
  }
  return { state: said ?? (isReady ? 'ready' : 'not ready'), isBad: false, aside, left: undefined }
}

const seconds = (ms: number, digits: number): string => String(Number((ms / 1000).toFixed(digits)))
