import { createStore } from 'zustand/vanilla'

/** What a step speaks of, as far as it is there: ids on the stage, and words with measured numbers. */
export interface Spot {
  /** The card that stays bright. */
  readonly id: string
  /** Whose lines in the text are marked. */
  readonly parts: readonly string[]
  readonly title: string
  readonly words: string
  /** What stands over the stage meanwhile; absent: what always does. */
  readonly headline?: { readonly title: string; readonly detail: string }
  /** Requests with a ring: ids of their classes, how the key calls them, and how many have landed. */
  readonly follows?: { readonly classes: readonly string[]; readonly words: string; readonly count: number }
}

/** Where somebody was in a lesson when it was left. */
export interface Left {
  readonly step: number
  readonly text: string
}

export interface LessonData {
  /** The panel is there: with a lesson, or to choose one. */
  readonly open: boolean
  readonly lesson: string | undefined
  /** From 0. */
  readonly step: number
  /** How many hints of the step are told; one more than there are: its solution. */
  readonly hints: number
  /** The spotlight is lifted. */
  readonly lifted: boolean
  /** Tasks that were done once: `first-match-wins/3`, steps from 1. */
  readonly done: readonly string[]
  readonly left: Readonly<Record<string, Left>>
  /** What the lesson stands in the place of. */
  readonly own: { readonly text: string; readonly fileName: string } | undefined
  /** Whether the inspector was open before; undefined: no lessons were. */
  readonly inspector: boolean | undefined
  /** `Lesson 1 of 4`; told by who knows the lessons. */
  readonly title: string
  readonly spot: Spot | undefined
  /** What the step asks for is done now; undefined: it asks for nothing. */
  readonly isMet: boolean | undefined
}

export interface LessonActions {
  readonly show: (change: Partial<LessonData>) => void
}

export type LessonStore = ReturnType<typeof createLessonStore>
export type LessonKept = Pick<LessonData, 'open' | 'lesson' | 'step' | 'hints' | 'done' | 'left' | 'own' | 'inspector'>

/** Which lesson is taken, and how far. */
export function createLessonStore(kept?: LessonKept) {
  return createStore<LessonData & LessonActions>()(set => ({
    open: false,
    lesson: undefined,
    step: 0,
    hints: 0,
    lifted: false,
    done: [],
    left: {},
    own: undefined,
    inspector: undefined,
    title: 'Lessons',
    spot: undefined,
    isMet: undefined,
    ...kept,
    show: change => {
      set(change)
    },
  }))
}
