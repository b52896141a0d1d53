import { createStore } from 'zustand/vanilla'
import type { DeckStep } from './deck/deck-step.ts'

export interface PresenterData {
  readonly deck: readonly DeckStep[]
  /** Which of them is shown, from 0; undefined: nobody presents. */
  readonly step: number | undefined
  /** Lines of the text are shown beside the picture. */
  readonly lines: boolean
  /** The screen is dark. */
  readonly blank: boolean
  readonly pointer: 'none' | 'laser' | 'spotlight'
  /** Notes are open: in a window of their own where the browser allows one. */
  readonly notes: boolean
}

export interface PresenterActions {
  readonly show: (change: Partial<PresenterData>) => void
  readonly leave: () => void
}

export type PresenterStore = ReturnType<typeof createPresenterStore>

const NOBODY: PresenterData = { deck: [], step: undefined, lines: true, blank: false, pointer: 'none', notes: false }

/** What a room is shown. */
export function createPresenterStore() {
  return createStore<PresenterData & PresenterActions>()(set => ({
    ...NOBODY,
    show: change => {
      set(change)
    },
    leave: () => {
      set(NOBODY)
    },
  }))
}
