import { createStore } from 'zustand/vanilla'
import type { PoolFilm } from '../scene/index.ts'

export interface PoolsData {
  /** Around the moment that was last asked about; undefined before the first answer of a run. */
  readonly film: PoolFilm | undefined
}

export interface PoolsActions {
  readonly show: (film: PoolFilm | undefined) => void
}

export type PoolsStore = ReturnType<typeof createPoolsStore>

/** What pools and pods have under way. */
export function createPoolsStore() {
  return createStore<PoolsData & PoolsActions>()(set => ({
    film: undefined,
    show: film => {
      set({ film })
    },
  }))
}
