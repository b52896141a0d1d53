/** A lesson is data: one world, and steps that speak of it one idea at a time. */
export interface Lesson {
  /** Part of its address. */
  readonly id: string
  readonly section: string
  readonly title: string
  /** The text that it begins with. */
  readonly start: string
  readonly steps: readonly Step[]
}

export interface Step {
  readonly title: string
  /** Paragraphs, at most 60 words together. `*important*` stands out, and what is between back-ticks could be pasted. */
  readonly words: readonly string[]
  /** What it speaks of, on the stage and in the text. */
  readonly place: Place
  /** Its lines, where they are not those of the place. */
  readonly lines?: Place
  readonly callout: Callout
  /** What stands over the stage while no request comes to `fate`: `{of}` is how many there are. */
  readonly headline?: { readonly fate: Fate; readonly title: string; readonly detail: string }
  /** Requests whose particles have a ring, and how the key calls them. */
  readonly follows?: { readonly of: Which; readonly words: string }
  /** Absent: there is only something to see. */
  readonly task?: Task
}

/** A card by its title, and one of its rows, counted from 0; without one all of them. */
export interface Place {
  readonly card: 'client' | 'rules' | 'subsets' | 'workload' | 'hole'
  readonly title: string
  readonly row?: number
}

/** One number to look at: how many of `of` come to `fate`. */
export interface Callout {
  readonly title: string
  readonly of?: Which
  readonly fate: Fate
  /** With `{n}` and `{of}`. */
  readonly words: string
  /** What more can be said if that are all of them, or none. */
  readonly whenAll?: string
  readonly whenNone?: string
}

/** Requests that have all of this; an empty one: all requests. */
export interface Which {
  readonly header?: readonly [name: string, value: string]
  readonly without?: string
}

/** What becomes of a request: all of this. An empty one: it has come to its end. */
export interface Fate {
  readonly outcome?: 'succeeded' | 'nowhere' | 'late'
  /** Which answers it. */
  readonly workload?: string
  /** It comes by there. */
  readonly place?: Place
  readonly leastTries?: number
}

/** Something to do to the text, whatever way it is done. */
export interface Task {
  readonly goals: readonly Goal[]
  /** A nudge, where to look, which field. */
  readonly hints: readonly [Hint, Hint, Hint]
  /** A whole text that does it. */
  readonly solution: string
}

export interface Hint {
  readonly words: string
  /** Where that is. */
  readonly place?: Place
  /** A field of the text, or of the solution. */
  readonly field?: string
}

/** What is to become of every request of a kind, or what share of all requests a workload is to get. */
export type Goal =
  | { readonly kind: 'each'; readonly title: string; readonly of: Which; readonly fate: Fate }
  | { readonly kind: 'share'; readonly title: string; readonly workload: string; readonly share: number }
