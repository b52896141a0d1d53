import { createStore } from 'zustand/vanilla'
import type { ProxySection } from '../scene/index.ts'
import type { ProxyConfig, RowUse } from '../worker/protocol.ts'

export interface ProxyData {
  readonly section: ProxySection
  readonly filter: string
  /** What the proxy was told of the section, once it is known. */
  readonly config: ProxyConfig | undefined
  readonly uses: readonly RowUse[]
  /** The row that is open, with its JSON once it is known. */
  readonly row: string | undefined
  readonly json: string | undefined
}

export interface ProxyActions {
  readonly look: (change: Partial<ProxyData>) => void
}

export type ProxyStore = ReturnType<typeof createProxyStore>

/** What the Proxy tab shows. */
export function createProxyStore() {
  return createStore<ProxyData & ProxyActions>()(set => ({
    section: 'routes',
    filter: '',
    config: undefined,
    uses: [],
    row: undefined,
    json: undefined,
    look: change => {
      set(change)
    },
  }))
}
