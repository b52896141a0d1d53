import type { HoleNode, RulesNode, SubsetsNode, WorkloadNode } from '../scene/index.ts'
import * as m from './measures.ts'
import type { Box, Point } from './positions.ts'
import { CAUSE_FONT, wrap } from './wrap.ts'
import type { Measure } from './wrap.ts'

/** A picture under construction. */
export interface Places {
  readonly boxes: Map<string, Box>
  /** Where lanes reach and leave legs and rows: on a line across, or down from a point of their edge. */
  readonly lines: Map<string, number>
}

/** What a row of rules shows besides its legs. */
export interface RowExtras {
  /** A line of its own for what falls out of the rule itself. */
  readonly faulty: ReadonlySet<string>
}

export function rulesHeight(node: RulesNode, extras: RowExtras): number {
  return m.HEADER + node.rows.reduce((sum, row) => sum + rowHeight(row, extras), 0)
}

function rowHeight(row: RulesNode['rows'][number], { faulty }: RowExtras): number {
  const badges = row.badges.length > 0 ? m.ROW_BADGES : 0
  return m.RULE_HEAD + badges + (faulty.has(row.id) ? m.FAULT_LINE : 0) + m.LEG * row.legs.length + m.RULE_FOOT
}

/** The card, its rows and legs; `#badges` and `#fault` are lines of a row. */
export function placeRules({ boxes, lines }: Places, node: RulesNode, at: Point, extras: RowExtras): void {
  const width = m.RULES_WIDTH
  boxes.set(node.id, { ...at, width, height: rulesHeight(node, extras) })
  let y = at.y + m.HEADER
  for (const row of node.rows) {
    const height = rowHeight(row, extras)
    boxes.set(row.id, { x: at.x, y, width, height })
    let legY = y + m.RULE_HEAD
    if (row.badges.length > 0) {
      boxes.set(`${row.id}#badges`, { x: at.x + m.GUTTER, y: legY, width: width - m.GUTTER, height: m.ROW_BADGES })
      legY += m.ROW_BADGES
    }
    if (extras.faulty.has(row.id)) {
      boxes.set(`${row.id}#fault`, { x: at.x, y: legY, width, height: m.FAULT_LINE })
      lines.set(row.id, legY + m.FAULT_LINE / 2)
      legY += m.FAULT_LINE
    }
    for (const leg of row.legs) {
      boxes.set(leg.id, { x: at.x, y: legY, width, height: m.LEG })
      lines.set(leg.id, legY + m.RAIL_DROP)
      legY += m.LEG
    }
    y += height
  }
}

/** In the pod view rows are wider and show their pool. */
export interface SubsetsLook {
  readonly width: number
  readonly pools: boolean
}

export function subsetsHeight(node: SubsetsNode, look: SubsetsLook): number {
  const rows = node.rows.reduce((sum, row) => sum + subsetRowHeight(row, look), 0)
  return m.HEADER + m.BADGE_LINE + rows
}

const rowHead = ({ pools }: SubsetsLook): number => (pools ? m.OPEN.row : m.SUBSET_ROW)

const subsetRowHeight = (row: SubsetsNode['rows'][number], look: SubsetsLook): number =>
  rowHead(look) + (row.badges.length > 0 ? m.ROW_BADGES : 0) + poolHeight(row, look)

const poolHeight = ({ isLimited }: SubsetsNode['rows'][number], { pools }: SubsetsLook): number =>
  pools ? (isLimited ? m.POOL.limited : m.POOL.plain) : 0

/** The card and its rows; `#badges` is the line of the host's policy, or of a row's own; `#pool` what it has under way. */
export function placeSubsets({ boxes, lines }: Places, node: SubsetsNode, at: Point, look: SubsetsLook): void {
  const { width } = look
  boxes.set(node.id, { ...at, width, height: subsetsHeight(node, look) })
  boxes.set(`${node.id}#badges`, { x: at.x, y: at.y + m.HEADER, width, height: m.BADGE_LINE })
  let y = at.y + m.HEADER + m.BADGE_LINE
  for (const row of node.rows) {
    const height = subsetRowHeight(row, look)
    boxes.set(row.id, { x: at.x, y, width, height })
    lines.set(row.id, y + m.SUBSET_RAIL_DROP)
    if (row.badges.length > 0) {
      boxes.set(`${row.id}#badges`, { x: at.x, y: y + rowHead(look), width, height: m.ROW_BADGES })
    }
    y += height
    const pool = poolHeight(row, look)
    if (pool > 0) boxes.set(`${row.id}#pool`, { x: at.x, y: y - pool, width, height: pool })
  }
}

export function workloadHeight({ pods }: WorkloadNode, podView: boolean): number {
  if (!podView || pods.length === 0) return m.WORKLOAD_HEIGHT
  const shown = Math.min(pods.length, m.OPEN.most)
  return m.OPEN.head + shown * (m.OPEN.pod + m.OPEN.podGap) - m.OPEN.podGap + (shown < pods.length ? m.OPEN.more : 0)
}

/** A card a pod under the workload's name; `#more` is the line that counts the rest. */
export function placePods({ boxes }: Places, node: WorkloadNode, at: Point): void {
  const { workload: width, head, pod: height, podGap, most, more } = m.OPEN
  boxes.set(node.id, { ...at, width, height: workloadHeight(node, true) })
  node.pods.slice(0, most).forEach((pod, i) => {
    boxes.set(pod.id, { x: at.x, y: at.y + head + i * (height + podGap), width, height })
  })
  if (node.pods.length <= most) return
  const y = at.y + workloadHeight(node, true) - more
  boxes.set(`${node.id}#more`, { x: at.x, y, width, height: more })
}

/** Three dots, or two and `#more` for the rest. */
export function placeWorkload({ boxes }: Places, node: WorkloadNode, at: Point): void {
  boxes.set(node.id, { ...at, width: m.WORKLOAD_WIDTH, height: m.WORKLOAD_HEIGHT })
  const { radius, pitch, tight } = m.POD
  const many = node.pods.length > 3
  const more: Box = { x: at.x + 72, y: at.y + 54 - radius, width: 24, height: 2 * radius }
  if (many) boxes.set(`${node.id}#more`, more)
  node.pods.forEach((pod, i) => {
    const x = at.x + (many ? 19 + i * tight : 23 + i * pitch) - radius
    const hidden = many && i > 1
    boxes.set(pod.id, hidden ? more : { x, y: at.y + 54 - radius, width: 2 * radius, height: 2 * radius })
  })
}

export interface HoleSize {
  readonly radius: number
  readonly textWidth: number
  readonly textTop: number
}

export const HOLE: HoleSize = { radius: m.HOLE_RADIUS, textWidth: m.HOLE_TEXT_WIDTH, textTop: m.HOLE_TEXT_TOP }

const textHeight = (node: HoleNode, size: HoleSize, measure: Measure): number =>
  22 + wrap(node.cause, size.textWidth, CAUSE_FONT, measure).length * m.HOLE_LINE + m.HOLE_LINE + 6

export function holeHeight(node: HoleNode, size: HoleSize, measure: Measure): number {
  return size.radius + m.HOLE_GAUGE + size.textTop + textHeight(node, size, measure)
}

/** The disc by the node's id, its text by `#label`; the gauge lies between. `top` is that of the gauge. */
export function placeHole(
  { boxes }: Places,
  node: HoleNode,
  centreX: number,
  top: number,
  size: HoleSize,
  measure: Measure,
): void {
  const { radius, textWidth, textTop } = size
  const centreY = top + radius + m.HOLE_GAUGE
  boxes.set(node.id, { x: centreX - radius, y: centreY - radius, width: 2 * radius, height: 2 * radius })
  const height = textHeight(node, size, measure)
  boxes.set(`${node.id}#label`, { x: centreX - textWidth / 2, y: centreY + textTop, width: textWidth, height })
}
