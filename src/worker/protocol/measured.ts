import type { LocatedDiagnostic } from './picture.ts'

/** What a text comes to when its own traffic is played for a while. */
export interface Measured {
  /** What each is called: here, and by istioctl where that is something else. */
  readonly problems: readonly (Pick<LocatedDiagnostic, 'title' | 'line'> & { readonly codes: readonly string[] })[]
  readonly sent: number
  /** `503 NC`, `200 from reviews-v2`; the most frequent first. */
  readonly answers: readonly { readonly words: string; readonly count: number }[]
}
