import type { Origin } from '../base/origin.ts'

/** What is wrong with a Scenario: the analysis has a code and words for each. */
export type ProblemKind =
  | 'noField'
  | 'unreadable'
  | 'missing'
  | 'conflict'
  | 'backwards'
  | 'badUrl'
  | 'unknownWorkload'
  | 'unknownDocument'
  | 'sameName'
  | 'withoutEffect'
  | 'secondScenario'

export interface Problem {
  readonly kind: ProblemKind
  /** What the title speaks of. */
  readonly values: Readonly<Record<string, string>>
  /** One or two sentences. */
  readonly detail: string
  readonly origin: Origin
  /** A name that may be misspelt, and what it may have meant. */
  readonly misspelt?: { readonly text: string; readonly among: readonly string[] }
}
