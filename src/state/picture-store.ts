import { createStore } from 'zustand/vanilla'
import type { LocatedDiagnostic, Picture } from '../worker/protocol.ts'

export interface PictureData {
  /** Of the newest text, readable or not. */
  readonly latest: Picture | undefined
  /** The text it was computed for: its offsets are offsets in this one. */
  readonly text: string
  /** What is wrong with the newest text: of a long one it is known before the picture. Undefined: no text was read yet. */
  readonly problems: readonly LocatedDiagnostic[] | undefined
  /** The text that these were found in. */
  readonly problemsText: string
  /** The stage waits for a text that can be read. */
  readonly stale: boolean
  /** A text is being computed. */
  readonly busy: boolean
  /** A defect of ours, in its own words. */
  readonly failure: string | undefined
}

export interface PictureActions {
  readonly begin: () => void
  readonly tell: (problems: readonly LocatedDiagnostic[], text: string) => void
  readonly receive: (picture: Picture, text: string) => void
  readonly fail: (message: string) => void
}

export type PictureStore = ReturnType<typeof createPictureStore>

/** What the engine says of the text. */
export function createPictureStore() {
  return createStore<PictureData & PictureActions>()(set => ({
    latest: undefined,
    text: '',
    problems: undefined,
    problemsText: '',
    stale: false,
    busy: false,
    failure: undefined,
    begin: () => {
      set({ busy: true })
    },
    tell: (problems, problemsText) => {
      set({ problems, problemsText })
    },
    receive: (latest, text) => {
      const problems = latest.diagnostics
      set({ latest, text, problems, problemsText: text, stale: !latest.readable, busy: false, failure: undefined })
    },
    fail: failure => {
      set({ failure, busy: false })
    },
  }))
}
