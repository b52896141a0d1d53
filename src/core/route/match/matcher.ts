import type { RequestView } from '../request-view.ts'

/**
 * How a matcher decided. Verdicts are made once, with the matcher; only the words are made when somebody asks. So a trace
 * is what the matchers said, and a decision without a trace makes no strings.
 */
export interface Verdict {
  readonly matched: boolean
  because(view: RequestView): string
}

export interface Matcher {
  test(view: RequestView): Verdict
}
