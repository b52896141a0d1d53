import type { Lane, Stage } from '../scene/index.ts'
import type { Places } from './boxes.ts'
import { fanOut } from './fan.ts'
import type { Fan } from './fan.ts'
import * as m from './measures.ts'
import { PathBuilder } from './path.ts'
import type { Box, LanePath } from './positions.ts'

/** Paths of all lanes of a picture that reads from top to bottom. */
export function lanesDown(stage: Stage, places: Places): ReadonlyMap<string, LanePath> {
  const fan = fanOut(stage.lanes, id => places.lines.get(id) ?? places.boxes.get(id)?.x ?? 0)
  const rowOf = new Map<string, string>()
  const cards = new Map<string, string>()
  for (const node of stage.rules) {
    for (const row of node.rows) {
      for (const id of [row.id, ...row.legs.map(leg => leg.id)]) {
        rowOf.set(id, row.id)
        cards.set(id, node.id)
      }
    }
  }
  const paths = new Map<string, LanePath>()
  for (const lane of stage.lanes) {
    const from = places.boxes.get(lane.from)
    const to = places.boxes.get(lane.to)
    const row = places.boxes.get(rowOf.get(lane.to) ?? rowOf.get(lane.from) ?? '')
    const card = places.boxes.get(cards.get(lane.from) ?? '')
    if (from && to) paths.set(lane.id, pathOf({ lane, from, to, row, card, lines: places.lines, fan, stage }))
  }
  return paths
}

interface Stretch {
  readonly lane: Lane
  readonly from: Box
  readonly to: Box
  /** The rule that the lane is in or leaves. */
  readonly row: Box | undefined
  /** Its card. */
  readonly card: Box | undefined
  readonly lines: Places['lines']
  readonly fan: Fan
  readonly stage: Stage
}

const centre = (box: Box): number => box.x + box.width / 2
const NODE = 24

function pathOf(stretch: Stretch): LanePath {
  const { lane, from, to, row, lines } = stretch
  const width = lane.kind === 'mirror' ? m.LANE.idle : m.laneWidth(lane.share)
  switch (lane.kind) {
    case 'in':
      return inbound(from, to, width)
    case 'spine': {
      const x = from.x + m.SPINE_X
      const end = lane.from === lane.to || !row ? from.y + from.height : row.y + NODE
      return new PathBuilder({ x, y: from.y }).line(x, end).build(lane.share > 0 ? m.LANE.rail : m.LANE.idle)
    }
    case 'rail':
      return toFoot(stretch).build(m.LANE.idle)
    case 'subset': {
      const x = centre(from)
      return new PathBuilder({ x, y: from.y }).line(x, from.y + from.height).build(Math.min(width, 10))
    }
    case 'split':
    case 'deliver':
    case 'mirror':
    case 'reply':
      return leave(stretch)
        .down((lines.get(lane.to) ?? centre(to)) + stretch.fan.end(lane.id), to.y)
        .build(width)
    case 'fall':
      return fall(stretch).build(width)
  }
}

function inbound(from: Box, to: Box, width: number): LanePath {
  const x = from.x + m.SPINE_X
  const end = to.x + m.SPINE_X
  const path = new PathBuilder({ x, y: from.y + from.height })
  if (end === x) return path.line(x, to.y).build(width)
  const y = to.y - 14
  return path
    .line(x, y - 8)
    .corner(x + 8, y, 'down')
    .line(end - 8, y)
    .corner(end, y + 8, 'across')
    .line(end, to.y)
    .build(width)
}

/** From a rule's node along the foot of its row, then down to where the leg leaves the card. */
function toFoot({ lane, row, card, lines }: Stretch): PathBuilder {
  const x = (card?.x ?? 0) + m.SPINE_X
  const start = { x, y: (row?.y ?? 0) + NODE }
  const foot = (row?.y ?? 0) + (row?.height ?? 0) - 5
  const exit = lines.get(lane.from) ?? x + 40
  const bottom = (card?.y ?? 0) + (card?.height ?? 0)
  return new PathBuilder(start)
    .corner(x + 12, foot, 'down')
    .line(exit - 5, foot)
    .corner(exit, Math.min(bottom, foot + 5), 'across')
    .line(exit, bottom)
}

function leave(stretch: Stretch): PathBuilder {
  const { lane, from, card, lines, fan, stage } = stretch
  const isRule = stage.rules.some(node => node.rows.some(row => row.id === lane.from))
  if (isRule) return toFoot(stretch)
  if (lane.from === stage.client.id) return new PathBuilder({ x: from.x + from.width, y: from.y + from.height / 2 })
  const x = (lines.get(lane.from) ?? centre(from)) + fan.start(lane.id)
  return new PathBuilder({ x, y: card ? card.y + card.height : from.y + from.height })
}

/** Into a hole from above; from the client, which stands beside it, from the left. */
function fall(stretch: Stretch): PathBuilder {
  const { lane, from, to, fan, stage } = stretch
  const shift = Math.max(-12, Math.min(12, fan.end(lane.id)))
  const radius = to.width / 2
  const depth = Math.sqrt(radius ** 2 - shift ** 2)
  if (lane.from === stage.client.id) {
    return leave(stretch).across(centre(to) - depth, to.y + radius + shift)
  }
  const path = stage.rules.some(node => node.id === lane.from)
    ? new PathBuilder({ x: from.x + m.SPINE_X, y: from.y + from.height })
    : leave(stretch)
  return path.down(centre(to) + shift, to.y + radius - depth)
}
