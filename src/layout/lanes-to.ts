import type { Lane, Stage } from '../scene/index.ts'

const known = new WeakMap<Stage['lanes'], ReadonlyMap<string, readonly Lane[]>>()

/** The lanes that end at a node, a row or a leg, in the stage's order. */
export function lanesTo({ lanes }: Stage, id: string): readonly Lane[] {
  const byEnd = known.get(lanes) ?? byEndOf(lanes)
  known.set(lanes, byEnd)
  return byEnd.get(id) ?? []
}

function byEndOf(lanes: Stage['lanes']): ReadonlyMap<string, readonly Lane[]> {
  const byEnd = new Map<string, Lane[]>()
  for (const lane of lanes) {
    const others = byEnd.get(lane.to)
    if (others) others.push(lane)
    else byEnd.set(lane.to, [lane])
  }
  return byEnd
}
