import { createStore } from 'zustand/vanilla'
import { SCENARIOS } from '../scenarios/index.ts'

export interface DocumentData {
  readonly text: string
  readonly fileName: string
}

/** What of a text is shown at first, where that is not its beginning. */
export interface ShownFirst {
  /** When the text comes into force, and the moment that is shown, by the clock of the Scenario. */
  readonly fromMs: number
  readonly atMs: number
  /** Number of the request that is followed. */
  readonly focus?: number | undefined
  /** Id of what is selected on the stage, and whether it is a hole whose card is open. */
  readonly selected?: string | undefined
  readonly holeOpen: boolean
}

export interface DocumentOpened {
  /** How many other texts took the place of the first one: the text is a version of the last. */
  readonly opened: number
  readonly first: ShownFirst | undefined
}

export interface DocumentActions {
  /** The user typed: the file stays the same one, unless all of it was replaced. */
  readonly edit: (text: string) => void
  /** Another text takes its place: an example, a file, a paste over everything. */
  readonly open: (text: string, fileName: string, first?: ShownFirst) => void
}

export type DocumentStore = ReturnType<typeof createDocumentStore>

/** The text and its name. */
export function createDocumentStore(initial: DocumentData) {
  return createStore<DocumentData & DocumentOpened & DocumentActions>()((set, get) => ({
    ...initial,
    opened: 0,
    first: undefined,
    edit: text => {
      const before = get()
      if (text === before.text) return
      const isOther = keptShare(before.text, text) < LEAST_KEPT
      set({
        text,
        fileName: nameAfter(before, text, isOther),
        opened: before.opened + (isOther ? 1 : 0),
        first: undefined,
      })
    },
    open: (text, fileName, first) => {
      const before = get()
      const isOther = text !== before.text || first !== undefined
      set({ text, fileName, opened: before.opened + (isOther ? 1 : 0), first })
    },
  }))
}

/** Less than this much of a text left over, and it is another text. */
const LEAST_KEPT = 0.1

/** An example that undo brings back has its title again; a paste over everything has none yet. */
function nameAfter(before: DocumentData, text: string, isOther: boolean): string {
  const example = SCENARIOS.find(one => one.text === text)
  if (example) return example.title
  return isOther ? 'Untitled' : before.fileName
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
