import type { Lane } from '../scene/index.ts'
import { LANE, laneWidth } from './measures.ts'

/** How far each lane is moved where several leave or reach the same place, so that they lie side by side. */
export interface Fan {
  start(laneId: string): number
  end(laneId: string): number
}

/** No port is wider than this: of many lanes, none of them thinner than the least, some lie on others. */
const WIDEST = 36

/** Lanes of one port lie in the order of where they come from or go to, thick as they are; `lineOf` tells that order. */
export function fanOut(lanes: readonly Lane[], lineOf: (id: string) => number): Fan {
  const apart = lanes.filter(lane => !['spine', 'rail', 'subset'].includes(lane.kind))
  const shift = (key: (lane: Lane) => string, other: (lane: Lane) => string): Map<string, number> => {
    const groups = new Map<string, Lane[]>()
    for (const lane of apart) groups.set(key(lane), [...(groups.get(key(lane)) ?? []), lane])
    const shifts = new Map<string, number>()
    for (const group of groups.values()) {
      const total = group.reduce((sum, lane) => sum + widthOf(lane), 0)
      const scale = Math.min(1, WIDEST / total)
      let at = -total / 2
      for (const lane of [...group].sort((a, b) => lineOf(other(a)) - lineOf(other(b)))) {
        const width = widthOf(lane)
        shifts.set(lane.id, group.length === 1 ? 0 : (at + width / 2) * scale)
        at += width
      }
    }
    return shifts
  }
  const starts = shift(
    lane => lane.from,
    lane => lane.to,
  )
  const ends = shift(
    lane => lane.to,
    lane => lane.from,
  )
  return { start: id => starts.get(id) ?? 0, end: id => ends.get(id) ?? 0 }
}

const widthOf = (lane: Lane): number => (lane.kind === 'mirror' ? LANE.idle : laneWidth(lane.share))
