import type { Moment, WorkloadNode } from '../../scene/index.ts'
import { isOff } from '../../scene/index.ts'

/** `2 of 3, 1 out`, `1 of 3, 1 out, 1 not ready` while so; undefined where all are as the text has them. */
export function podCount({ pods }: WorkloadNode, { pods: states }: Moment): string | undefined {
  const kinds = pods.map(pod => states.get(pod.id)?.kind ?? (pod.ready ? 'ready' : 'not-ready'))
  if (!pods.some(pod => isOff(states.get(pod.id)))) return undefined
  const ready = kinds.filter(kind => kind === 'ready' || kind === 'back').length
  const some = (kind: string, words: string): string => {
    const n = kinds.filter(each => each === kind).length
    return n === 0 ? '' : `, ${n} ${words}`
  }
  return `${ready} of ${pods.length}${some('out', 'out')}${some('not-ready', 'not ready')}${some('gone', 'gone')}`
}
