import { podLaneId } from '../../scene/index.ts'
import type { Lane, Stage } from '../../scene/index.ts'
import type { Positions } from '../positions.ts'

/** The pod view has a lane to each pod instead of one to its workload. */
export function drawnLanes(stage: Stage, { podView }: Positions): readonly Pick<Lane, 'id' | 'from' | 'to'>[] {
  if (podView !== true) return stage.lanes
  const pods = new Map<string, readonly string[]>(stage.workloads.map(node => [node.id, node.pods.map(({ id }) => id)]))
  return stage.lanes.flatMap(lane => {
    const own = lane.kind === 'deliver' ? (pods.get(lane.to) ?? []) : []
    return own.length === 0 ? lane : own.map(pod => ({ ...lane, id: podLaneId(lane.id, pod) }))
  })
}
