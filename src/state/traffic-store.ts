import { createStore } from 'zustand/vanilla'
import type { Traffic } from '../core/simulate/index.ts'

export interface TrafficData {
  /** Undefined: what the text lets one assume. */
  readonly own: Traffic | undefined
}

export interface TrafficActions {
  readonly use: (own: Traffic | undefined) => void
}

export type TrafficStore = ReturnType<typeof createTrafficStore>

/** The user's own requests. */
export function createTrafficStore(own: Traffic | undefined) {
  return createStore<TrafficData & TrafficActions>()(set => ({
    own,
    use: own => {
      set({ own })
    },
  }))
}
