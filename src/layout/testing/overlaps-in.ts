import type { Lane, Stage } from '../../scene/index.ts'
import { hullOf, pointAt } from '../path.ts'
import { overlaps, pillBox } from '../pills.ts'
import type { Box, Positions } from '../positions.ts'
import { drawnLanes } from './drawn-lanes.ts'
import { contains, solids } from './solids.ts'

/** How far something may reach into another without being seen to. */
const SLACK = 0.01
const STEP = 4

/** All that is drawn where something else is, in words; empty where a picture is as it should be. */
export function overlapsIn(stage: Stage, positions: Positions): readonly string[] {
  const page = { x: 0, y: 0, ...positions.size }
  const solid = solids(stage, positions)
  const pills = [...positions.pills].map(([id, point]) => ({ id: `pill ${id}`, box: pillBox(point) }))
  const things = [...solid, ...pills].map(({ id, box }) => ({ id, box: shrink(box) }))
  const wrong = things.filter(({ box }) => !contains(page, box)).map(({ id }) => `${id} is outside`)
  for (const [i, { id, box }] of things.entries()) {
    for (const other of things.slice(i + 1)) if (overlaps(box, other.box)) wrong.push(`${id} covers ${other.id}`)
  }
  const owners = ownersOf(stage)
  for (const lane of drawnLanes(stage, positions)) {
    const own = new Set([lane.from, lane.to].map(id => owners.get(id) ?? id))
    const strangers = solid.filter(({ id }) => !own.has(id))
    for (const { id } of strangers.filter(({ box }) => runsThrough(positions, lane, shrink(box))))
      wrong.push(`${lane.id} runs through ${id}`)
  }
  return wrong
}

function runsThrough({ lanes }: Positions, lane: Pick<Lane, 'id'>, box: Box): boolean {
  const path = lanes.get(lane.id)
  if (!path || !overlaps(box, hullOf(path))) return false
  const steps = Math.ceil(path.length / STEP)
  return Array.from({ length: steps + 1 }, (_, i) => pointAt(path, i / steps)).some(({ x, y }) =>
    overlaps(box, { x, y, width: 0, height: 0 }),
  )
}

/** The card of each row, leg and pod. */
function ownersOf(stage: Stage): ReadonlyMap<string, string> {
  const rules = stage.rules.flatMap(card =>
    card.rows.flatMap(row => [row, ...row.legs].map(part => [part.id, card.id] as const)),
  )
  const rows = stage.subsets.flatMap(card => card.rows.map(row => [row.id, card.id] as const))
  return new Map<string, string>([...rules, ...rows])
}

const shrink = ({ x, y, width, height }: Box): Box => ({
  x: x + SLACK,
  y: y + SLACK,
  width: width - 2 * SLACK,
  height: height - 2 * SLACK,
})
