import { createStore } from 'zustand/vanilla'
import { groupedBy, groupingsOf, waysBetween } from '../scene/index.ts'
import type { Grouping, MapFocus, MeshMap } from '../scene/index.ts'

export interface MapData {
  readonly open: boolean
  /** What was entered one after the other; the last is looked at, none is all. */
  readonly trail: readonly MapFocus[]
  readonly map: MeshMap | undefined
  /** What its groups were asked to be; that holds where it is a choice. */
  readonly by: Grouping
  /** How often the search was asked for: each time it takes the focus. */
  readonly searches: number
}

export interface MapActions {
  readonly show: (open: boolean) => void
  readonly search: () => void
  readonly groupBy: (by: Grouping) => void
  readonly receive: (map: MeshMap | undefined) => void
  readonly enter: (focus: MapFocus) => void
  /** To so many of the trail; 0 is all. */
  readonly backTo: (length: number) => void
}

export type MapStore = ReturnType<typeof createMapStore>

/** The map of the whole mesh, and where in it one is. */
export function createMapStore() {
  return createStore<MapData & MapActions>()(set => ({
    open: false,
    trail: [],
    map: undefined,
    by: 'namespace',
    searches: 0,
    show: open => {
      set({ open, trail: [], searches: 0 })
    },
    search: () => {
      set(({ searches }) => ({ open: true, searches: searches + 1 }))
    },
    groupBy: by => {
      set({ by, trail: [] })
    },
    receive: map => {
      set(({ trail, by }) => ({ map, trail: map ? trail.filter(focus => isThere(groupedMap(map, by), focus)) : [] }))
    },
    enter: focus => {
      set(({ trail }) => ({ trail: entered(trail, focus) }))
    },
    backTo: length => {
      set(({ trail }) => ({ trail: trail.slice(0, length) }))
    },
  }))
}

/** As asked for, or as is usual for it. */
export function groupedMap(map: MeshMap, by: Grouping): MeshMap {
  const choices = groupingsOf(map)
  return groupedBy(map, choices.includes(by) ? by : (choices[0] ?? 'namespace'))
}

const isThere = ({ nodes, calls }: MeshMap, focus: MapFocus): boolean => {
  if (focus.kind === 'way') return focus.nth < waysBetween({ calls }, focus.id, focus.to).length
  return nodes.some(node => (focus.kind === 'node' ? node.id : node.group) === focus.id)
}

/** Ways between the same two take each other's place. */
function entered(trail: readonly MapFocus[], focus: MapFocus): readonly MapFocus[] {
  const last = trail.at(-1)
  if (last?.kind !== focus.kind || last.id !== focus.id) return [...trail, focus]
  if (last.kind !== 'way' || focus.kind !== 'way') return trail
  return last.to === focus.to ? [...trail.slice(0, -1), focus] : [...trail, focus]
}
