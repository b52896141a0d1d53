import { isFree } from './is-free.ts'
import * as m from './measures.ts'
import { PathBuilder } from './path.ts'
import { leave } from './stretch.ts'
import type { Stretch } from './stretch.ts'

export const BOUNCE = 6

/** Back from the gate, around, and into the hole beneath from the left. */
export function bounce({ lane, from, to, placed, fan }: Stretch): PathBuilder {
  const start = { x: from.x, y: (placed.lines.get(lane.from) ?? from.y) + 6 }
  const end = { x: to.x, y: to.y + to.height / 2 + Math.max(-16, Math.min(16, fan.end(lane.id))) }
  const out = Math.min(start.x, end.x) - 56
  return new PathBuilder(start).curve({ x: out, y: start.y + 4 }, { x: out, y: end.y }, end)
}

/** Into a hole the last tangent points down and in. */
export function fall(stretch: Stretch): PathBuilder {
  const { lane, from, to, fan, rules, client } = stretch
  const [cx, cy] = [to.x + to.width / 2, to.y + to.height / 2]
  const shift = Math.max(-16, Math.min(16, fan.end(lane.id)))
  const end = { x: cx - Math.sqrt(m.HOLE_RADIUS ** 2 - (shift - 18) ** 2), y: cy - 18 + shift }
  if (rules.has(lane.from)) {
    const x = from.x + m.SPINE_X
    const bottom = from.y + from.height
    return new PathBuilder({ x, y: bottom }).curve({ x, y: bottom + 30 }, { x: end.x - 14, y: end.y - 12 }, end)
  }
  if (lane.from === client && to.x < from.x + from.width) {
    const x = from.x + 17
    const bottom = from.y + from.height
    const left = { x: cx - 30, y: cy - 32 }
    return new PathBuilder({ x, y: bottom }).curve({ x, y: bottom + 14 }, { x: left.x - 8, y: left.y - 14 }, left)
  }
  if (lane.from === client && to.x < stretch.placed.columns.subsets && to.y > from.y + 80) {
    // Down the wall, as to a card further below: what stands between has no part in it.
    const y = from.y + 22 + fan.start(lane.id)
    const x = stretch.placed.columns.rules - 14
    const path = new PathBuilder({ x: from.x + from.width, y }).line(x - 8, y).corner(x, y + 8, 'across')
    return path.line(x, end.y - 60).curve({ x, y: end.y - 20 }, { x: end.x - 20, y: end.y - 12 }, end)
  }
  const path = leave(stretch)
  const start = path.end
  const span = end.x - start.x
  path.curve({ x: start.x + span * 0.42, y: start.y }, { x: end.x - Math.min(66, span / 2), y: end.y - 16 }, end)
  if (isFree(path, stretch.solids)) return path
  const { subsets, workloads } = stretch.placed.columns
  const column = to.x < workloads ? subsets : workloads
  const drops = DROPS.map(before => column - before).filter(x => x > start.x + CORNER)
  return drops.map(x => drop(stretch, x)).find(other => isFree(other, stretch.solids)) ?? path
}

/** How far left of a column a lane may run down, the best first. */
const DROPS = [36, 30, 44, 54, 66, 80] as const
const CORNER = 14

/** Where a curve would run through something: down the gap beside all that stands in the column, then straight in. */
function drop(stretch: Stretch, down: number): PathBuilder {
  const { to, fan, lane } = stretch
  const [cx, cy] = [to.x + to.width / 2, to.y + to.height / 2]
  const shift = Math.max(-16, Math.min(16, fan.end(lane.id)))
  const end = { x: cx - Math.sqrt(m.HOLE_RADIUS ** 2 - shift ** 2), y: cy + shift }
  const path = leave(stretch)
  const { y } = path.end
  const x = down + shift / 2
  const r = Math.min(CORNER, Math.abs(end.y - y) / 2) * Math.sign(end.y - y)
  path.line(x - Math.abs(r), y)
  if (r !== 0) path.corner(x, y + r, 'across').line(x, end.y - r)
  return path.corner(x + Math.abs(r), end.y, 'down').line(end.x, end.y)
}
