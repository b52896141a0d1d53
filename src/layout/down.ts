import type { HoleNode, RulesNode, Stage, SubsetsNode, WorkloadNode } from '../scene/index.ts'
import { groupBands } from './bands.ts'
import type { Band } from './bands.ts'
import { holeHeight, placeHole } from './boxes.ts'
import type { HoleSize, Places } from './boxes.ts'
import * as m from './measures.ts'
import type { Box, Point } from './positions.ts'
import { stack } from './stack.ts'
import type { Measure } from './wrap.ts'

/** Sizes of the narrow picture, which reads from top to bottom. */
const DOWN = {
  client: { width: 156, height: 40, top: 10 },
  boxTop: 62,
  rulesTop: 86,
  header: 36,
  row: 48,
  cell: { width: 104, height: 46 },
  fall: 68,
  /** Between the sidecar's inner edge and the pods, and how much of it the box takes. */
  below: 23,
  foot: 11,
  workload: { height: 58, radius: 10, pitch: 27 },
} as const

/** What is between things, and beside a hole's words; less of it on the narrowest phones. */
interface Air {
  readonly margin: number
  readonly gap: number
  readonly holeCell: number
}

const airIn = (width: number): Air =>
  width < 390 ? { margin: 10, gap: 7, holeCell: 118 } : { margin: 16, gap: 12, holeCell: 126 }

const HOLE: HoleSize = { radius: 30, textWidth: 118, textTop: 44 }

export interface PlacedDown extends Places {
  readonly size: { readonly width: number; readonly height: number }
}

/** Client, rules, subsets beside the holes, pods: one below the other. Several hosts stand side by side. */
export function placeDown(stage: Stage, width: number, height: number, measure: Measure): PlacedDown {
  const places: Places = { boxes: new Map(), lines: new Map() }
  const { boxes } = places
  const { bands, before, refused } = groupBands(inBrief(stage))
  const { client } = DOWN
  const air = airIn(width)
  boxes.set(stage.client.id, { x: air.margin, y: client.top, width: client.width, height: client.height })
  const lift = placeEarly(places, [...before, ...refused], air, measure)
  let x = air.margin
  let inside = DOWN.rulesTop + lift + 40
  let bottom = inside
  const least = width - 2 * air.margin
  for (const band of bands) inside = Math.max(inside, insideOf(band, DOWN.rulesTop + lift, measure))
  for (const band of bands) {
    const placed = placeBand(places, stage, band, { x, y: DOWN.rulesTop + lift }, { least, inside, air }, measure)
    x += placed.width + 24
    bottom = Math.max(bottom, placed.bottom)
  }
  const early = [...before, ...refused].map(hole => boxes.get(`${hole.id}#label`)).filter(box => box !== undefined)
  const right = Math.max(width, x - 24 + air.margin, ...early.map(box => box.x + box.width + air.margin))
  if (stage.sidecar.present) {
    const top = DOWN.boxTop + lift
    boxes.set(stage.sidecar.id, { x: 8, y: top, width: right - 16, height: inside + DOWN.foot - top })
  }
  return { ...places, size: { width: right, height: Math.max(height, bottom + 24) } }
}

/** There is room for what kills, not for its particulars. */
export const briefCause = (cause: string): string => cause.replace(/:.*/, '')

const inBrief = (stage: Stage): Stage => ({
  ...stage,
  holes: stage.holes.map(hole => ({ ...hole, cause: briefCause(hole.cause) })),
})

/** What dies before any rule stands beside the client; returns by how much the rest must move down. */
function placeEarly(places: Places, holes: readonly HoleNode[], { margin }: Air, measure: Measure): number {
  let x = margin + DOWN.client.width + 20
  let bottom = 0
  for (const hole of holes) {
    placeHole(places, hole, x + HOLE.textWidth / 2, DOWN.client.top, HOLE, measure)
    bottom = Math.max(bottom, DOWN.client.top + holeHeight(hole, HOLE, measure))
    x += HOLE.textWidth + 16
  }
  return Math.max(0, bottom + 8 - DOWN.boxTop)
}

/** A column of the lower picture: what hangs beneath one place of the card. */
interface Cell {
  readonly width: number
  put(x: number): void
}

/** How far down a band reaches within the sidecar. */
function insideOf(band: Band, top: number, measure: Measure): number {
  const y2 = subsetsTop(band, top)
  const holes = [...band.foot, ...band.ends.filter(node => node.kind === 'hole')]
  const highest = Math.max(0, ...holes.map(hole => holeHeight(hole, HOLE, measure)))
  return Math.max(y2 + DOWN.cell.height + 60, y2 + highest - HOLE.radius)
}

const subsetsTop = (band: Band, top: number): number =>
  top + (band.rules ? heightOfRules(band.rules) + pillRoom(band.rules) : 0) + DOWN.fall

/** Three pills find their place in the usual fall; each one more has a line of its own. */
function pillRoom(node: RulesNode): number {
  const split = node.rows.map(row => row.legs.filter(leg => leg.kind !== 'mirror').length).filter(legs => legs > 1)
  return 24 * Math.max(0, split.reduce((sum, legs) => sum + legs, 0) - 3)
}

function placeBand(
  places: Places,
  stage: Stage,
  band: Band,
  { x, y: top }: Point,
  { least, inside, air }: { readonly least: number; readonly inside: number; readonly air: Air },
  measure: Measure,
): { readonly width: number; readonly bottom: number } {
  const rulesHeight = band.rules ? heightOfRules(band.rules) : 0
  const y2 = subsetsTop(band, top)
  const y3 = inside + DOWN.below
  const cells = cellsOf(places, stage, band, { y2, y3, air }, measure)
  const width = Math.max(
    least,
    cells.reduce((sum, cell) => sum + cell.width + air.gap, -air.gap),
  )
  let at = x
  for (const cell of cells) {
    cell.put(at)
    at += cell.width + air.gap
  }
  for (const node of band.subsets) boundRows(places, node, x, y2)
  if (band.rules) placeRules(places, stage, band.rules, { x, y: top, width, height: rulesHeight })
  const empty = Math.max(0, ...band.empty.map(hole => holeHeight(hole, HOLE, measure)))
  return { width, bottom: y3 + Math.max(DOWN.workload.height, empty) }
}

/** A foot hole first, then subset rows with their workloads, then what legs fall to. */
function cellsOf(
  places: Places,
  stage: Stage,
  band: Band,
  { y2, y3, air: { gap, holeCell: holeWidth } }: { readonly y2: number; readonly y3: number; readonly air: Air },
  measure: Measure,
): readonly Cell[] {
  const { boxes, lines } = places
  const { width, height } = DOWN.cell
  const holeCell = (hole: HoleNode, top: number): Cell => ({
    width: holeWidth,
    put: x => {
      placeHole(places, hole, x + holeWidth / 2, top, HOLE, measure)
      lines.set(hole.id, x + holeWidth / 2)
    },
  })
  const owned = new Set<string>()
  const below = (row: string): readonly (WorkloadNode | HoleNode)[] => {
    const ids = new Set(stage.lanes.filter(lane => lane.from === row).map(lane => lane.to))
    const nodes = [...band.workloads, ...band.empty].filter(node => ids.has(node.id) && !owned.has(node.id))
    for (const node of nodes) owned.add(node.id)
    return nodes
  }
  const hang = (nodes: readonly (WorkloadNode | HoleNode)[]): Cell => ({
    width: Math.max(1, nodes.length) * (width + gap) - gap + (nodes.some(node => node.kind === 'hole') ? 22 : 0),
    put: x => {
      nodes.forEach((node, i) => {
        if (node.kind === 'hole') holeCell(node, y3).put(x + i * (width + gap))
        else placeWorkload(places, node, x + i * (width + gap), y3)
      })
    },
  })
  const rows = band.subsets.flatMap(card =>
    card.rows.map((row): Cell => {
      const nodes = hang(below(row.id))
      return {
        width: nodes.width,
        put: x => {
          boxes.set(row.id, { x: x + (nodes.width - width) / 2, y: y2, width, height })
          lines.set(row.id, x + nodes.width / 2)
          nodes.put(x)
        },
      }
    }),
  )
  const ends = band.ends.map((node): Cell => {
    if (node.kind === 'hole') return holeCell(node, y2 - HOLE.radius + 5)
    return {
      width,
      put: x => {
        boxes.set(node.id, { x, y: y2, width, height })
        lines.set(node.id, x + width / 2)
      },
    }
  })
  const loose = [...band.workloads, ...band.empty].filter(node => !owned.has(node.id))
  return [
    ...band.foot.map(hole => holeCell(hole, y2 - HOLE.radius + 5)),
    ...rows,
    ...(loose.length > 0 ? [hang(loose)] : []),
    ...ends,
  ]
}

/** The card of the subsets is only the frame around its rows here. */
function boundRows({ boxes }: Places, node: SubsetsNode, x: number, y: number): void {
  const rows = node.rows.map(row => boxes.get(row.id)).filter(box => box !== undefined)
  const left = Math.min(...rows.map(box => box.x))
  const right = Math.max(...rows.map(box => box.x + box.width))
  const box =
    rows.length > 0 ? { x: left, y, width: right - left, height: DOWN.cell.height } : { x, y, width: 0, height: 0 }
  boxes.set(node.id, box)
}

function placeWorkload({ boxes, lines }: Places, node: WorkloadNode, x: number, y: number): void {
  const { height, radius, pitch } = DOWN.workload
  boxes.set(node.id, { x, y, width: DOWN.cell.width, height })
  lines.set(node.id, x + DOWN.cell.width / 2)
  const many = node.pods.length > 3
  const more = { x: x + 72, y: y + 41 - radius, width: 24, height: 2 * radius }
  if (many) boxes.set(`${node.id}#more`, more)
  node.pods.forEach((pod, i) => {
    const dot = { x: x + (many ? 20 : 23) + i * (many ? 24 : pitch) - radius, y: y + 41 - radius }
    boxes.set(pod.id, many && i > 1 ? more : { ...dot, width: 2 * radius, height: 2 * radius })
  })
}

const rowHeight = (row: RulesNode['rows'][number]): number => DOWN.row + (row.badges.length > 0 ? m.ROW_BADGES : 0)
const heightOfRules = (node: RulesNode): number => DOWN.header + node.rows.reduce((sum, row) => sum + rowHeight(row), 0)

/** Rows without lines of their own for legs: a leg's line is the place on the card's foot where it leaves. */
function placeRules({ boxes, lines }: Places, stage: Stage, node: RulesNode, card: Box): void {
  boxes.set(node.id, card)
  let y = card.y + DOWN.header
  const exits: { id: string; wish: number }[] = []
  const targets = (id: string): readonly number[] =>
    stage.lanes.filter(lane => lane.from === id && lane.to !== id).flatMap(lane => lines.get(lane.to) ?? [])
  for (const row of node.rows) {
    const height = rowHeight(row)
    boxes.set(row.id, { x: card.x, y, width: card.width, height })
    if (row.badges.length > 0) {
      boxes.set(`${row.id}#badges`, {
        x: card.x + m.GUTTER,
        y: y + DOWN.row,
        width: card.width - m.GUTTER,
        height: m.ROW_BADGES,
      })
    }
    const width = Math.min(84, (card.width - 150) / Math.max(1, row.legs.length))
    row.legs.forEach((leg, i) => {
      const x = card.x + card.width - 8 - width * (row.legs.length - i)
      boxes.set(leg.id, { x, y: y + 6, width, height: 20 })
    })
    for (const id of [row.id, ...row.legs.map(leg => leg.id)]) {
      const ends = targets(id)
      if (ends.length > 0) exits.push({ id, wish: ends.reduce((sum, end) => sum + end, 0) / ends.length })
      else if (id !== row.id) lines.set(id, card.x + card.width - 20)
    }
    y += height
  }
  exits.sort((a, b) => a.wish - b.wish)
  const clamp = (at: number): number => Math.min(card.x + card.width - 24, Math.max(card.x + m.GUTTER + 24, at))
  const lefts = stack(
    exits.map(exit => ({ height: 24, gap: 6, wish: clamp(exit.wish) - 12 })),
    card.x + m.GUTTER,
  )
  const over = Math.max(0, (lefts.at(-1) ?? 0) + 24 - (card.x + card.width))
  exits.forEach((exit, i) => lines.set(exit.id, (lefts[i] ?? 0) + 12 - over))
}
