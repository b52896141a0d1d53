import { podLaneId } from '../scene/index.ts'
import type { Lane, Stage, WorkloadNode } from '../scene/index.ts'
import type { Columns, Placed } from './across.ts'
import { BOUNCE, bounce, fall } from './falls.ts'
import { fanOut } from './fan.ts'
import type { Fan } from './fan.ts'
import * as m from './measures.ts'
import { PathBuilder } from './path.ts'
import type { Box, LanePath } from './positions.ts'
import { solidBoxes } from './solid-boxes.ts'
import { leave } from './stretch.ts'
import type { Stretch } from './stretch.ts'

/** Paths of all lanes of a picture that reads from left to right. */
export function lanesAcross(stage: Stage, placed: Placed, podView = false): ReadonlyMap<string, LanePath> {
  const pods = new Map<string, WorkloadNode['pods']>(stage.workloads.map(node => [node.id, node.pods]))
  const order = (id: string): number => placed.lines.get(id) ?? placed.boxes.get(id)?.y ?? 0
  const fan = fanOut(stage.lanes, order)
  const rules = new Set<string>(stage.rules.map(node => node.id))
  const gates = new Set<string>(stage.holes.filter(hole => hole.bounced).map(hole => hole.id))
  const paths = new Map<string, LanePath>()
  const solids = solidBoxes(stage, placed.boxes)
  for (const lane of stage.lanes) {
    const from = placed.boxes.get(lane.from)
    const to = placed.boxes.get(lane.to)
    if (!from || !to) continue
    const stretch = { lane, from, to, placed, fan, rules, client: stage.client.id, solids }
    const path = gates.has(lane.to) ? bounce(stretch).build(Math.max(BOUNCE, m.laneWidth(lane.share))) : pathOf(stretch)
    paths.set(lane.id, path)
    if (lane.kind === 'deliver' && podView)
      for (const [id, own] of toPods(stretch, pods.get(lane.to))) paths.set(id, own)
  }
  return paths
}

function pathOf(stretch: Stretch): LanePath {
  const { lane, from, to, placed, fan } = stretch
  const { columns, lines } = placed
  const width = lane.kind === 'mirror' ? m.LANE.idle : m.laneWidth(lane.share)
  switch (lane.kind) {
    case 'in':
      return inbound(lane, from, to, columns, fan, width)
    case 'spine':
      return spine(stretch).build(lane.share > 0 ? m.LANE.rail : m.LANE.idle)
    case 'rail': {
      const y = lines.get(lane.from) ?? from.y
      const start = { x: columns.rules + m.SPINE_X + 8, y }
      return new PathBuilder(start).line(columns.rules + m.RULES_WIDTH, y).build(Math.min(width, m.LANE.rail))
    }
    case 'subset': {
      const y = lines.get(lane.from) ?? from.y
      return new PathBuilder({ x: from.x, y }).line(from.x + from.width, y).build(Math.min(width, 10))
    }
    case 'split':
    case 'deliver':
    case 'mirror':
    case 'reply':
      return leave(stretch).across(to.x, arrival(stretch)).build(width)
    case 'fall':
      return fall(stretch).build(width)
  }
}

/** One lane a pod, into the middle of its card. Those to pods that are only counted end where these are. */
function toPods(stretch: Stretch, pods: WorkloadNode['pods'] = []): readonly (readonly [string, LanePath])[] {
  const { lane, to, placed } = stretch
  const more = placed.boxes.get(`${lane.to}#more`)
  return pods.flatMap(pod => {
    const box = placed.boxes.get(pod.id) ?? more
    if (!box) return []
    const path = leave(stretch).across(to.x, box.y + box.height / 2)
    return [[podLaneId(lane.id, pod.id), path.build(m.laneWidth(lane.share / pods.length))] as const]
  })
}

/** Where a lane reaches a card: on its row's line, else as level as the card's height lets it be. */
function arrival({ lane, to, placed: { lines }, fan }: Stretch): number {
  const line = lines.get(lane.to)
  if (line !== undefined) return line + fan.end(lane.id)
  const level = lines.get(lane.from) ?? to.y
  return Math.min(to.y + to.height - 14, Math.max(to.y + 14, level)) + fan.end(lane.id)
}

function inbound(lane: Lane, from: Box, to: Box, columns: Columns, fan: Fan, width: number): LanePath {
  const y = from.y + 22 + fan.start(lane.id)
  const path = new PathBuilder({ x: from.x + from.width, y })
  const end = to.y + 22
  if (Math.abs(end - y) < 1) return path.line(to.x, end).build(width)
  const x = columns.rules - 14
  const r = Math.min(8, Math.abs(end - y) / 2) * Math.sign(end - y)
  path
    .line(x - 8, y)
    .corner(x, y + r, 'across')
    .line(x, end - r)
    .corner(x + 8, end, 'down')
    .line(to.x, end)
  return path.build(width)
}

/** Down the gutter to a leg's rail, a rule's own line, or the card's foot. */
function spine({ lane, placed, from, to }: Stretch): PathBuilder {
  const x = placed.columns.rules + m.SPINE_X
  const y = from.y + 22
  const path = new PathBuilder({ x: placed.columns.rules, y })
    .line(placed.columns.rules + 6, y)
    .corner(x, y + 11, 'across')
  if (lane.to === lane.from) return path.line(x, from.y + from.height)
  const end = placed.lines.get(lane.to) ?? to.y + 20
  return path.line(x, end - 8).corner(x + 8, end, 'down')
}
