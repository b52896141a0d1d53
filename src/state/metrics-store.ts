import { createStore } from 'zustand/vanilla'
import type { Metrics } from '../scene/index.ts'

export interface MetricsData {
  /** As of the moment that was last asked about; undefined before the first answer of a run. */
  readonly metrics: Metrics | undefined
}

export interface MetricsActions {
  readonly show: (metrics: Metrics | undefined) => void
}

export type MetricsStore = ReturnType<typeof createMetricsStore>

/** What the Metrics tab shows. */
export function createMetricsStore() {
  return createStore<MetricsData & MetricsActions>()(set => ({
    metrics: undefined,
    show: metrics => {
      set({ metrics })
    },
  }))
}
