import { createStore } from 'zustand/vanilla'
import type { TextRange } from '../core/base/text-range.ts'

export interface Notice {
  readonly text: string
  readonly action?: { readonly title: string; readonly run: () => void }
}

interface Reveal {
  readonly range: TextRange
  /** Put the cursor there and take the focus. */
  readonly cursor: boolean
}

/** What is taken away of a picture that is larger than its window. */
export type PicturePart = 'whole' | 'seen'

/** What a picture that is being taken has beyond what is seen. */
export interface Posing {
  /** Counts stand on the lanes. */
  readonly counted: boolean
  /** Also what is far outside the window is drawn. */
  readonly whole: boolean
}

export type PhoneView = 'picture' | 'yaml' | 'trace' | 'problems' | 'lesson'

export interface ViewData {
  readonly dialog: 'examples' | 'export' | 'keys' | 'fidelity' | 'problems' | 'share' | 'palette' | undefined
  /** Which page, and what of it is asked for: `#/fidelity/…`, `#/problems/IST0101`. */
  readonly address: string
  readonly notice: Notice | undefined
  /** What was last found of a rule that no request reaches. */
  readonly reached: { readonly row: string; readonly words: string } | undefined
  /** A new object makes the editor go there. */
  readonly reveal: Reveal | undefined
  /** Which region has a phone's screen; `lesson` is the list of them, a step stands with the picture and the text. */
  readonly phoneView: PhoneView
  /** Pods and connection pools are shown large. */
  readonly podView: boolean
  readonly picturePart: PicturePart
  /** When it was last asked for, the picture could be taken whole and was not in view whole. */
  readonly isCut: boolean
  /** A picture is being taken. */
  readonly posing: Posing | undefined
  /** Tables stand in the place of the picture. */
  readonly asTable: boolean
  /** The fragment of the address whose text is shown, as long as nothing of it was changed. */
  readonly link: string | undefined
  /** Why a link or a file was not opened, in words. */
  readonly refused: string | undefined
}

export interface ViewActions {
  readonly show: (change: Partial<ViewData>) => void
}

export type ViewStore = ReturnType<typeof createViewStore>

/** What is open beside the regions. */
export function createViewStore() {
  return createStore<ViewData & ViewActions>()(set => ({
    dialog: undefined,
    address: '',
    notice: undefined,
    reached: undefined,
    reveal: undefined,
    phoneView: 'picture',
    podView: false,
    picturePart: 'whole',
    isCut: false,
    posing: undefined,
    asTable: false,
    link: undefined,
    refused: undefined,
    show: change => {
      set(change)
    },
  }))
}
