import type { Topic } from './topics.ts'

/** One call against a real cluster, with the names of the page's example. */
export interface Command {
  readonly run: string
  /** What it prints where the problem is there. */
  readonly prints: string
}

/** What there is to know about one code of a diagnostic. Says nothing that its message says already. */
export interface HelpPage {
  readonly code: string
  /** What is wrong, in a few words. */
  readonly title: string
  readonly topic: Topic
  readonly what: string
  readonly why: string
  /** How one comes to notice it in a cluster. */
  readonly shows: string
  readonly check: readonly Command[]
  /** Where `istioctl analyze` is wrong or blind. */
  readonly toolSays?: string
  /** YAML with its repair: `-` before a line that is broken, `+` before one that repairs, a space before all others. */
  readonly example: string
}
