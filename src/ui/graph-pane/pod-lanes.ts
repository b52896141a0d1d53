import type { Lane, Moment, Stage } from '../../scene/index.ts'
import { isOff, podLaneId } from '../../scene/index.ts'

/** The lanes as the pod view has them: one to each pod instead of one to its workload; idle to pods that get nothing. */
export function podLanes({ lanes, workloads }: Stage, { pods: states }: Pick<Moment, 'pods'>): readonly Lane[] {
  const pods = new Map<string, Stage['workloads'][number]['pods']>(workloads.map(node => [node.id, node.pods]))
  return lanes.flatMap((lane): readonly Lane[] => {
    const own = lane.kind === 'deliver' ? (pods.get(lane.to) ?? []) : []
    if (own.length === 0) return [lane]
    return own.map(pod => {
      const state = states.get(pod.id)
      const isIdle = state ? isOff(state) : !pod.ready
      return { ...lane, id: podLaneId(lane.id, pod.id), to: pod.id, ...(isIdle && { tone: 'idle' as const }) }
    })
  })
}

/** The same lanes at full strength. */
export function litPodLanes(stage: Stage, lit: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  if (!lit) return undefined
  const pods = stage.workloads.flatMap(node => node.pods)
  const lanes = stage.lanes.filter(lane => lane.kind === 'deliver' && lit.has(lane.id))
  return new Set([...lit, ...lanes.flatMap(lane => pods.map(pod => podLaneId(lane.id, pod.id)))])
}
