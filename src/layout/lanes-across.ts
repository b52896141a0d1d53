import type { Lane, Stage } from '../scene/index.ts'
import type { Columns, Placed } from './across.ts'
import { railY } from './across.ts'
import type { Boxes } from './boxes.ts'
import { fanOut, type Fan } from './fan.ts'
import * as m from './measures.ts'
import { PathBuilder } from './path.ts'
import type { Box, LanePath } from './positions.ts'

/** Paths of all lanes of a picture that reads from left to right. */
export function lanesAcross(stage: Stage, { boxes, columns }: Placed): ReadonlyMap<string, LanePath> {
  const heightOf = (id: string): number => railY(boxes, id) ?? 0
  const fan = fanOut(stage.lanes, heightOf)
  const paths = new Map<string, LanePath>()
  for (const lane of stage.lanes) {
    const path = pathOf(lane, stage, boxes, columns, fan)
    if (path) paths.set(lane.id, path)
  }
  return paths
}

function pathOf(lane: Lane, stage: Stage, boxes: Boxes, columns: Columns, fan: Fan): LanePath | undefined {
  const from = boxes.get(lane.from)
  const to = boxes.get(lane.to)
  if (!from || !to) return undefined
  const width = m.laneWidth(lane.share)
  const inner = Math.min(width, m.LANE.rail)
  switch (lane.kind) {
    case 'in':
      return inbound(lane, from, to, columns, fan, width)
    case 'spine':
      return spine(lane, stage, boxes, to, columns).build(lane.share > 0 ? m.LANE.rail : m.LANE.idle)
    case 'rail': {
      const y = from.y + m.RAIL_DROP
      return new PathBuilder({ x: columns.rules + m.SPINE_X + 8, y })
        .line(columns.rules + m.RULES_WIDTH, y)
        .build(inner)
    }
    case 'subset': {
      const y = from.y + m.SUBSET_RAIL_DROP
      return new PathBuilder({ x: from.x, y }).line(from.x + from.width, y).build(Math.min(width, 10))
    }
    case 'split':
    case 'deliver':
    case 'mirror':
    case 'reply':
      return leave(lane, stage, boxes, from, fan)
        .across(to.x, arrival(lane, boxes, to, fan))
        .build(width)
    case 'fall':
      return fall(lane, stage, boxes, from, to, fan).build(width)
  }
}

/** Where a lane reaches a card: on the row's line, or level with where the row's own lane comes in. */
function arrival(lane: Lane, boxes: Boxes, to: Box, fan: Fan): number {
  if (lane.kind === 'deliver') {
    const level = railY(boxes, lane.from)
    const y = level === undefined ? to.y + to.height / 2 : Math.min(to.y + to.height - 14, Math.max(to.y + 14, level))
    return y + fan.end(lane.id)
  }
  return (railY(boxes, lane.to) ?? to.y) + fan.end(lane.id)
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
function spine(lane: Lane, stage: Stage, boxes: Boxes, to: Box, columns: Columns): PathBuilder {
  const card = boxes.get(lane.from) ?? to
  const x = columns.rules + m.SPINE_X
  const y = card.y + 22
  const path = new PathBuilder({ x: columns.rules, y }).line(columns.rules + 6, y).corner(x, y + 11, 'across')
  if (lane.to === lane.from) return path.line(x, card.y + card.height)
  const end = lineOf(lane.to, stage, boxes, to)
  return path.line(x, end - 8).corner(x + 8, end, 'down')
}

/** A leg's rail, or the line that a rule has for what falls out of it. */
function lineOf(id: string, stage: Stage, boxes: Boxes, box: Box): number {
  const fault = boxes.get(`${id}#fault`)
  if (fault) return fault.y + fault.height / 2
  return isRow(stage, id) ? box.y + 20 : box.y + m.RAIL_DROP
}

const isRow = (stage: Stage, id: string): boolean => stage.rules.some(node => node.rows.some(row => row.id === id))

/** Starts a lane at the right edge of what it leaves; out of a rule, from the spine through the card. */
function leave(lane: Lane, stage: Stage, boxes: Boxes, from: Box, fan: Fan): PathBuilder {
  if (isRow(stage, lane.from)) {
    const y = lineOf(lane.from, stage, boxes, from)
    return new PathBuilder({ x: from.x + m.SPINE_X + 8, y }).line(from.x + from.width, y)
  }
  const y = lane.from === stage.client.id ? from.y + 22 : (railY(boxes, lane.from) ?? from.y)
  return new PathBuilder({ x: from.x + from.width, y: y + fan.start(lane.id) })
}

/** Into a hole the last tangent points down and in. */
function fall(lane: Lane, stage: Stage, boxes: Boxes, from: Box, to: Box, fan: Fan): PathBuilder {
  const [cx, cy] = [to.x + to.width / 2, to.y + to.height / 2]
  const shift = Math.max(-16, Math.min(16, fan.end(lane.id)))
  const end = { x: cx - Math.sqrt(Math.max(0, m.HOLE_RADIUS ** 2 - (shift - 18) ** 2)), y: cy - 18 + shift }
  if (stage.rules.some(node => node.id === lane.from)) {
    const x = from.x + m.SPINE_X
    const bottom = from.y + from.height
    return new PathBuilder({ x, y: bottom }).curve({ x, y: bottom + 30 }, { x: end.x - 14, y: end.y - 12 }, end)
  }
  if (lane.from === stage.client.id && to.x < from.x + from.width) {
    const x = from.x + 17
    const bottom = from.y + from.height
    const left = { x: cx - 30, y: cy - 32 }
    return new PathBuilder({ x, y: bottom }).curve({ x, y: bottom + 14 }, { x: left.x - 8, y: left.y - 14 }, left)
  }
  const path = leave(lane, stage, boxes, from, fan)
  const start = path.end
  const span = end.x - start.x
  const lead = Math.min(66, span / 2)
  return path.curve({ x: start.x + span * 0.42, y: start.y }, { x: end.x - lead, y: end.y - 16 }, end)
}
