import type { HoleNode, Stage } from '../scene/index.ts'
import { groupBands } from './bands.ts'
import type { Band, Grouped } from './bands.ts'
import {
  HOLE,
  holeHeight,
  placeHole,
  placePods,
  placeRules,
  placeSubsets,
  placeWorkload,
  rulesHeight,
  subsetsHeight,
  workloadHeight,
} from './boxes.ts'
import type { HoleSize, Places, RowExtras } from './boxes.ts'
import { clientHeight } from './class-lines.ts'
import { lanesTo } from './lanes-to.ts'
import * as m from './measures.ts'
import type { Point } from './positions.ts'
import { stack } from './stack.ts'
import type { Measure } from './wrap.ts'

export interface Columns {
  readonly client: number
  readonly rules: number
  readonly subsets: number
  readonly workloads: number
  readonly subsetsWidth: number
  /** Of the whole picture. */
  readonly width: number
}

/** Free width is shared among the gaps; where it does not reach, the picture is wider than its window. */
function columnsIn(width: number, podView: boolean): Columns {
  const subsetsWidth = podView ? m.OPEN.subsets : m.SUBSETS_WIDTH
  const cards = m.CLIENT_WIDTH + m.RULES_WIDTH + subsetsWidth + (podView ? m.OPEN.workload : m.WORKLOAD_WIDTH)
  const inner = Math.min(width, m.WIDEST)
  const [a, b, c] = gapsIn(inner - 2 * m.MARGIN - cards)
  const used = cards + a + b + c + 2 * m.MARGIN
  const client = m.MARGIN + Math.max(0, (width - used) / 2)
  const rules = client + m.CLIENT_WIDTH + a
  const subsets = rules + m.RULES_WIDTH + b
  const workloads = subsets + subsetsWidth + c
  return { client, rules, subsets, workloads, subsetsWidth, width: Math.max(width, used) }
}

/** A gap that needs more than its share takes it from the others. */
function gapsIn(free: number): readonly [number, number, number] {
  const tight = new Set<number>()
  const sizes = (): number[] => {
    const rest = m.GAPS.reduce((sum, gap, i) => sum - (tight.has(i) ? gap.least : 0), free)
    const shares = m.GAPS.reduce((sum, gap, i) => sum + (tight.has(i) ? 0 : gap.share), 0)
    return m.GAPS.map((gap, i) => (tight.has(i) ? gap.least : (rest * gap.share) / shares))
  }
  for (;;) {
    const now = sizes()
    const short = m.GAPS.findIndex((gap, i) => !tight.has(i) && (now[i] ?? 0) < gap.least)
    if (short < 0) return [now[0] ?? 0, now[1] ?? 0, now[2] ?? 0]
    tight.add(short)
  }
}

export interface Placed extends Places {
  readonly size: { readonly width: number; readonly height: number }
  readonly columns: Columns
}

/** Boxes of everything, in columns from the client at the left to the workloads at the right. */
export function placeAcross(stage: Stage, width: number, height: number, measure: Measure, podView = false): Placed {
  const columns = columnsIn(width, podView)
  const grouped = groupBands(stage, true)
  const extras = { faulty: faultyRows(stage), podView }
  const trial = place(stage, grouped, columns, 0, extras, measure)
  const top = Math.max(m.TOP.least, Math.min(m.TOP.most, height - m.FOOT - trial.bottom))
  const { places, bottom } = place(stage, grouped, columns, top, extras, measure)
  return { ...places, columns, size: { width: columns.width, height: Math.max(height, bottom + m.FOOT) } }
}

/** Rules out of which something falls before a leg is drawn. */
const faultyRows = (stage: Stage): ReadonlySet<string> => {
  const rows = new Set(stage.rules.flatMap(node => node.rows.map(row => row.id)))
  return new Set(
    stage.lanes
      .filter(lane => (lane.kind === 'fall' || lane.kind === 'reply') && rows.has(lane.from))
      .map(lane => lane.from),
  )
}

type Extras = RowExtras & { readonly podView: boolean }

function place(
  stage: Stage,
  { bands, before, refused }: Grouped,
  columns: Columns,
  top: number,
  extras: Extras,
  measure: Measure,
): { readonly places: Places; readonly bottom: number } {
  const places: Places = { boxes: new Map(), lines: new Map() }
  const { boxes } = places
  const clientTall = clientHeight(stage.client, measure)
  boxes.set(stage.client.id, { x: columns.client, y: top, width: m.CLIENT_WIDTH, height: clientTall })
  let clientY = top + clientTall + m.HOLE_GAP
  const narrow: HoleSize = { ...HOLE, textWidth: m.CLIENT_WIDTH + 20 }
  for (const hole of before) {
    placeHole(places, hole, columns.client + m.CLIENT_WIDTH / 2, clientY, narrow, measure)
    clientY += holeHeight(hole, narrow, measure) + m.HOLE_GAP
  }
  let y = top
  let inside = top
  for (const band of bands) {
    const bottoms = placeBand(places, stage, band, columns, y, extras, measure)
    inside = Math.max(inside, bottoms.inside)
    y = Math.max(bottoms.inside, bottoms.outside) + m.BAND_GAP
  }
  for (const hole of refused) {
    placeHole(places, hole, columns.rules + m.RULES_WIDTH / 2, y, HOLE, measure)
    y += holeHeight(hole, HOLE, measure) + m.BAND_GAP
    inside = Math.max(inside, y - m.BAND_GAP)
  }
  const right = columns.subsets + columns.subsetsWidth + m.BOX.right
  const bays = stage.sidecar.present ? placeBays(places, stage, right) : top
  const bottom = Math.max(top + 120, inside, bays + m.BAY.below - m.BOX.below)
  if (stage.sidecar.present) {
    const x = columns.rules - m.BOX.left
    boxes.set(stage.sidecar.id, {
      x,
      y: top - m.BOX.above,
      width: right - x,
      height: bottom + m.BOX.below - top + m.BOX.above,
    })
    boxes.set(`${stage.sidecar.id}#port`, { x: x - 4, y: top + 4, width: 8, height: 36 })
    boxes.set(`${stage.sidecar.id}#ports`, { x: x - 21, y: top - 24, width: 42, height: 18 })
  }
  return { places, bottom: Math.max(bottom + m.BOX.below, clientY - m.HOLE_GAP, y - m.BAND_GAP) }
}

/** Whom no pod was there for dies in front of the workloads and in the sidecar: its box reaches out around the hole. */
function placeBays({ boxes }: Places, stage: Stage, right: number): number {
  let bottom = 0
  for (const { id, unsent } of stage.holes) {
    const [disc, label] = [boxes.get(id), boxes.get(`${id}#label`)]
    if (!unsent || !disc || !label) continue
    const x = right - m.BAY.overlap
    const y = disc.y - m.HOLE_GAUGE - m.BAY.pad
    const bay = { x, y, width: label.x + label.width + m.BAY.side - x, height: label.y + label.height - y }
    boxes.set(bayId(stage, id), bay)
    bottom = Math.max(bottom, y + bay.height)
  }
  return bottom
}

export const bayId = ({ sidecar }: Stage, hole: string): string => `${sidecar.id}#bay ${hole}`

function placeBand(
  places: Places,
  stage: Stage,
  band: Band,
  columns: Columns,
  top: number,
  extras: Extras,
  measure: Measure,
): { readonly inside: number; readonly outside: number } {
  const width = columns.subsetsWidth
  const look = { width, pools: extras.podView }
  let rulesBottom = top
  if (band.rules) {
    placeRules(places, band.rules, { x: columns.rules, y: top }, extras)
    rulesBottom = top + rulesHeight(band.rules, extras)
  }
  for (const hole of band.foot) {
    placeHole(places, hole, columns.rules + m.RULES_WIDTH / 2, rulesBottom + m.HOLE_GAP, HOLE, measure)
    rulesBottom += m.HOLE_GAP + holeHeight(hole, HOLE, measure)
  }
  let y = top
  const early = band.ends.filter(node => node.kind === 'reply' && node.at === band.rules?.id)
  for (const node of early) {
    places.boxes.set(node.id, { x: columns.subsets, y, width, height: m.REPLY_HEIGHT })
    y += m.REPLY_HEIGHT + m.HOLE_GAP
  }
  for (const node of band.subsets) {
    placeSubsets(places, node, { x: columns.subsets, y }, look)
    y += subsetsHeight(node, look) + m.HOLE_GAP
  }
  for (const node of band.ends) {
    if (early.includes(node)) continue
    if (node.kind === 'reply') {
      places.boxes.set(node.id, { x: columns.subsets, y, width, height: m.REPLY_HEIGHT })
      y += m.REPLY_HEIGHT + m.HOLE_GAP
    } else {
      placeHole(places, node, columns.subsets + width / 2, y, HOLE, measure)
      y += holeHeight(node, HOLE, measure) + m.HOLE_GAP
    }
  }
  const subsetsBottom = y > top ? y - m.HOLE_GAP : top
  const outside = placeWorkloads(places, stage, band, { x: columns.workloads, y: top }, extras, measure)
  return { inside: Math.max(rulesBottom, subsetsBottom), outside }
}

/** Workloads, and holes where there is none, as near as can be to the lines that lead to them. */
function placeWorkloads(
  places: Places,
  stage: Stage,
  band: Band,
  { x, y: top }: Point,
  { podView }: Extras,
  measure: Measure,
): number {
  const items = [
    ...band.workloads.map(node => ({
      id: node.id,
      height: workloadHeight(node, podView),
      lead: workloadHeight(node, podView) / 2,
      put: (y: number) => {
        const place = podView && node.pods.length > 0 ? placePods : placeWorkload
        place(places, node, { x, y })
      },
    })),
    ...band.empty.map(node => ({
      id: node.id,
      height: holeHeight(node, sizeOf(node), measure),
      lead: HOLE.radius + m.HOLE_GAUGE,
      put: (y: number) => {
        placeHole(places, node, x + (podView ? m.OPEN.workload : m.WORKLOAD_WIDTH) / 2, y, sizeOf(node), measure)
      },
    })),
  ].map(item => ({ ...item, wish: lineTo(places, stage, item.id, top) - item.lead, gap: m.WORKLOAD_GAP }))
  const ordered = [...items].sort((a, b) => a.wish + a.lead - (b.wish + b.lead))
  const tops = stack(ordered, top)
  ordered.forEach((item, i) => {
    item.put(tops[i] ?? top)
  })
  const last = ordered.at(-1)
  return last ? (tops.at(-1) ?? top) + last.height : top
}

const EMPTY: HoleSize = { ...HOLE, textWidth: m.WORKLOAD_WIDTH + 2 * m.MARGIN }
/** The wall around it has its place on the page too. */
const WALLED: HoleSize = { ...EMPTY, textWidth: EMPTY.textWidth - 2 * (m.BAY.side + 1) }
const sizeOf = ({ unsent }: HoleNode): HoleSize => (unsent ? WALLED : EMPTY)

/** The mean height of the lines that lead to a node. */
function lineTo({ lines }: Places, stage: Stage, id: string, top: number): number {
  const ys = lanesTo(stage, id)
    .filter(lane => lane.kind !== 'mirror')
    .map(lane => lines.get(lane.from))
    .filter(y => y !== undefined)
  return ys.length === 0 ? top + 42 : ys.reduce((sum, y) => sum + y, 0) / ys.length
}
