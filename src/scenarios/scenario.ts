/** A named text to start from: what the examples list shows, and what tests run. */
export interface Scenario {
  readonly id: string
  readonly title: string
  /** One sentence: what one sees. */
  readonly summary: string
  readonly text: string
}
