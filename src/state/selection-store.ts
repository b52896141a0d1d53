import { createStore } from 'zustand/vanilla'
import type { ProxyId } from '../core/base/ids.ts'
import type { Explanation, Repair } from '../worker/protocol.ts'

export type InspectorTab = 'trace' | 'traffic' | 'metrics' | 'proxy' | 'problems'

export interface SelectionData {
  /** Ids on the stage. */
  readonly hovered: string | undefined
  readonly selected: string | undefined
  /** Number of the request that is followed, in the current run. */
  readonly focus: number | undefined
  readonly explanation: Explanation | undefined
  /** The card of the hole that is selected has the place of the trace. */
  readonly holeOpen: boolean
  /** What would keep the request in focus from dying; undefined: being tried out. */
  readonly repairs: readonly Repair[] | undefined
  readonly tab: InspectorTab
  /** Whose sidecar is shown, where the user chose one. */
  readonly proxy: ProxyId | undefined
}

export interface SelectionActions {
  readonly hover: (id: string | undefined) => void
  readonly select: (id: string | undefined) => void
  readonly focusOn: (number: number | undefined) => void
  readonly explain: (explanation: Explanation | undefined) => void
  readonly openHole: (open: boolean) => void
  readonly offer: (repairs: readonly Repair[] | undefined) => void
  readonly showTab: (tab: InspectorTab) => void
  readonly lookFrom: (proxy: ProxyId) => void
  /** Another text: nothing is selected in it yet. */
  readonly clear: () => void
}

export type SelectionStore = ReturnType<typeof createSelectionStore>

const NOTHING: SelectionData = {
  hovered: undefined,
  selected: undefined,
  focus: undefined,
  explanation: undefined,
  holeOpen: false,
  repairs: undefined,
  tab: 'trace',
  proxy: undefined,
}

/** What the user points at. */
export function createSelectionStore(proxy?: ProxyId) {
  return createStore<SelectionData & SelectionActions>()(set => ({
    ...NOTHING,
    proxy,
    hover: hovered => {
      set({ hovered })
    },
    select: selected => {
      set({ selected, holeOpen: false })
    },
    focusOn: focus => {
      const gone = focus === undefined ? { explanation: undefined } : {}
      set({ focus, holeOpen: false, repairs: undefined, ...gone })
    },
    explain: explanation => {
      set({ explanation })
    },
    openHole: holeOpen => {
      set({ holeOpen })
    },
    offer: repairs => {
      set({ repairs })
    },
    showTab: tab => {
      set({ tab })
    },
    lookFrom: proxy => {
      set(({ tab }) => ({ ...NOTHING, tab, proxy }))
    },
    clear: () => {
      set(NOTHING)
    },
  }))
}
