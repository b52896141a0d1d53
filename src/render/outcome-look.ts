import type { Outcome, Shape, Tone } from '../scene/index.ts'

export interface OutcomeLook {
  readonly tone: Tone
  readonly shape: Shape
  /** As the key says it. */
  readonly words: string
}

/** One outcome, one shape; two causes may share a hue. */
export const OUTCOME_LOOK: Readonly<Record<Outcome, OutcomeLook>> = {
  succeeded: { tone: 'ok', shape: 'circle', words: 'succeeded' },
  'app-error': { tone: 'app', shape: 'diamond', words: 'pod answered 5xx' },
  injected: { tone: 'app', shape: 'square', words: 'injected fault' },
  nowhere: { tone: 'lost', shape: 'cross', words: 'nowhere to go' },
  nobody: { tone: 'lost', shape: 'bar', words: 'nobody there' },
  'turned-away': { tone: 'refused', shape: 'triangle', words: 'turned away' },
  late: { tone: 'late', shape: 'hourglass', words: 'took too long' },
}

/** Good news first, then from the proxy's own answers to the pod's; bars stack and keys list in this order. */
export const OUTCOME_ORDER: readonly Outcome[] = [
  'succeeded',
  'app-error',
  'injected',
  'turned-away',
  'late',
  'nobody',
  'nowhere',
]
