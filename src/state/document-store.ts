import { createStore } from 'zustand/vanilla'
import { SCENARIOS } from '../scenarios/index.ts'

export interface DocumentData {
  readonly text: string
  readonly fileName: string
}

export interface DocumentActions {
  /** The user typed: the file stays the same one, unless all of it was replaced. */
  readonly edit: (text: string) => void
  /** Another text takes its place: an example, a file, a paste over everything. */
  readonly open: (text: string, fileName: string) => void
}

export type DocumentStore = ReturnType<typeof createDocumentStore>

/** The text and its name. */
export function createDocumentStore(initial: DocumentData) {
  return createStore<DocumentData & DocumentActions>()((set, get) => ({
    ...initial,
    edit: text => {
      set({ text, fileName: nameAfter(get(), text) })
    },
    open: (text, fileName) => {
      set({ text, fileName })
    },
  }))
}

/** Less than this much of a text left over, and it is another text. */
const LEAST_KEPT = 0.1

/** An example that undo brings back has its title again; a paste over everything has none yet. */
function nameAfter(before: DocumentData, text: string): string {
  const example = SCENARIOS.find(one => one.text === text)
  if (example) return example.title
  return keptShare(before.text, text) < LEAST_KEPT ? 'Untitled' : before.fileName
}

/** How much of the longer text is the same at both ends. */
function keptShare(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  return (start + end) / Math.max(1, before.length, after.length)
}
