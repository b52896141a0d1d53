import { createStore } from 'zustand/vanilla'

export interface DocumentData {
  readonly text: string
  readonly fileName: string
}

export interface DocumentActions {
  /** The user typed: the file stays the same one. */
  readonly edit: (text: string) => void
  /** Another text takes its place: an example, a file, a paste over everything. */
  readonly open: (text: string, fileName: string) => void
}

export type DocumentStore = ReturnType<typeof createDocumentStore>

/** The text and its name. */
export function createDocumentStore(initial: DocumentData) {
  return createStore<DocumentData & DocumentActions>()(set => ({
    ...initial,
    edit: text => {
      set({ text })
    },
    open: (text, fileName) => {
      set({ text, fileName })
    },
  }))
}
