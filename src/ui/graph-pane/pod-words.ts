import type { Moment, PodDot, PoolsNow } from '../../scene/index.ts'
import { faultsOf, isOff, stateWords, stayLeft } from '../../scene/index.ts'

/** What holds of a pod at the moment: `ready`, `out since 3.1 s`, `5 s left`, `answers 503 to all`, `2 of 5 errors in a row`. */
export function podWords(pod: PodDot, moment: Moment, pools: PoolsNow | undefined): readonly string[] {
  const state = moment.pods.get(pod.id)
  const isReady = state ? !isOff(state) : pod.ready
  const words = [stateWords(state, moment.nowMs) ?? (isReady ? 'ready' : 'not ready')]
  if (state?.kind === 'out') words.push(`${Math.ceil(stayLeft(state, moment.nowMs).ms / 1000)} s left`)
  words.push(...faultsOf(moment, pod.id))
  const errors = pools?.pods.get(pod.id)?.errors
  if (errors && errors.count > 0) words.push(`${errors.count} of ${errors.threshold} errors in a row`)
  return words
}
