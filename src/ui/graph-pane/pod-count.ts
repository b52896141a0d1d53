import type { Moment, WorkloadNode } from '../../scene/index.ts'
import { isOff } from '../../scene/index.ts'

/** `2 of 3, 1 out`, `1 of 3, 1 out, 1 not ready` while so; undefined where all are as the text has them. */
export function podCount(workload: WorkloadNode, moment: Moment): string | undefined {
  const counted = count(workload, moment)
  return counted && [counted.ready, ...counted.others].join(', ')
}

/** The same where there is little room. */
export function shortPodCount(workload: WorkloadNode, moment: Moment): string | undefined {
  const { ready, others } = count(workload, moment) ?? { others: [] }
  if (others.length > 1) return `${ready} in use`
  return others[0]?.endsWith('not ready') === true ? `${ready} ready` : ready && [ready, ...others].join(', ')
}

function count({ pods }: WorkloadNode, { pods: states }: Moment) {
  const kinds = pods.map(pod => states.get(pod.id)?.kind ?? (pod.ready ? 'ready' : 'not-ready'))
  if (!pods.some(pod => isOff(states.get(pod.id)))) return undefined
  const ready = kinds.filter(kind => kind === 'ready' || kind === 'back').length
  const others = OTHERS.flatMap(([kind, words]) => {
    const n = kinds.filter(each => each === kind).length
    return n === 0 ? [] : [`${n} ${words}`]
  })
  return { ready: `${ready} of ${pods.length}`, others }
}

const OTHERS = [
  ['out', 'out'],
  ['not-ready', 'not ready'],
  ['gone', 'gone'],
] as const
