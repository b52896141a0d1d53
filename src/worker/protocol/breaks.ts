import type { BreakChoice } from '../../core/pipeline/index.ts'

/** What can be done to pods of the stage while they serve, at a moment of the run. */
export interface Breaks {
  /** Of the pod, workload or subset on the stage. */
  readonly id: string
  /** In words. */
  readonly name: string
  readonly pods: number
  /** At least one; edits of the text that was asked about. */
  readonly choices: readonly BreakChoice[]
}
