import type { Decision } from '../core/route/index.ts'

/** What became of a request, as the stage speaks of it. One class, one shape; see the outcome table in `src/README.md`. */
export type Outcome =
  | 'succeeded'
  | 'app-error'
  | 'injected'
  | 'nowhere'
  | 'nobody'
  /** Somebody is there, but no connection came about, or it broke. */
  | 'not-taken'
  | 'turned-away'
  | 'late'

/** A request fails that gets no answer below 500 from a pod or the proxy: it falls into a hole, or a pod answers 5xx. */
export const fails = (outcome: Outcome): boolean => outcome !== 'succeeded'

/** The colour family: a CSS custom property `--ok`, `--app`, … with `-text`, `-lane` and `-wash` beside it. */
export type Tone = 'ok' | 'app' | 'lost' | 'refused' | 'late' | 'ghost'

/** Shapes of particles and marks; drawn by `render`. */
export type Shape = 'circle' | 'diamond' | 'square' | 'cross' | 'bar' | 'slash' | 'triangle' | 'hourglass' | 'ring'

/** In the order in which keys, bars and tables list them. */
export const OUTCOMES: readonly Outcome[] = [
  'succeeded',
  'app-error',
  'injected',
  'nowhere',
  'nobody',
  'not-taken',
  'turned-away',
  'late',
]

const LOOKS: Readonly<Record<Outcome, { readonly tone: Tone; readonly shape: Shape; readonly words: string }>> = {
  succeeded: { tone: 'ok', shape: 'circle', words: 'succeeded' },
  'app-error': { tone: 'app', shape: 'diamond', words: 'pod answered 5xx' },
  injected: { tone: 'app', shape: 'square', words: 'configured error' },
  nowhere: { tone: 'lost', shape: 'cross', words: 'nowhere to go' },
  nobody: { tone: 'lost', shape: 'bar', words: 'nobody there' },
  'not-taken': { tone: 'lost', shape: 'slash', words: 'connection failed' },
  'turned-away': { tone: 'refused', shape: 'triangle', words: 'turned away' },
  late: { tone: 'late', shape: 'hourglass', words: 'took too long' },
}

export const toneOf = (outcome: Outcome): Tone => LOOKS[outcome].tone
export const shapeOf = (outcome: Outcome): Shape => LOOKS[outcome].shape
export const wordsOf = (outcome: Outcome): string => LOOKS[outcome].words

const BY_FLAG: Readonly<Record<string, Outcome>> = {
  FI: 'injected',
  NR: 'nowhere',
  NC: 'nowhere',
  UH: 'nobody',
  UF: 'not-taken',
  UC: 'not-taken',
  UO: 'turned-away',
  RL: 'turned-away',
  UAEX: 'turned-away',
  UT: 'late',
  DC: 'late',
}

/** Envoy's flags of a decision that say how it ended; an injected delay alone ends nothing. */
export const flagsOf = (decision: Decision): readonly string[] =>
  decision.flags.split(',').filter(flag => flag !== '' && flag !== '-' && flag !== 'DI')

/** Status and flags before the status alone; a 5xx that the configuration asks for counts as injected. */
export function outcomeOf(decision: Decision): Outcome {
  if (decision.outcome === 'dns-failure') return 'nowhere'
  if (decision.outcome === 'no-listener') return decision.endpoint ? 'not-taken' : 'nowhere'
  if (isRefusedPassthrough(decision)) return 'nowhere'
  if (isAnswered(decision)) return decision.status < 500 ? 'succeeded' : 'app-error'
  // What is noted of retries stands before what ended it.
  for (const flag of flagsOf(decision).toReversed()) {
    const outcome = BY_FLAG[flag]
    if (outcome) return outcome
  }
  if (decision.details.startsWith('rbac_')) return 'turned-away'
  if (isClosedByPod(decision)) return 'not-taken'
  if (decision.status < 500) return 'succeeded'
  return decision.route?.action.kind === 'directResponse' ? 'injected' : 'app-error'
}

/** A pod's answer goes back, whatever its flags say of retries; else the proxy made one of its own, or none came. */
export const isAnswered = (decision: Decision): boolean =>
  decision.details === 'via_upstream' && decision.endpoint !== undefined

/** No connection came about, or the pod's side ended it. */
export const isNotTaken = (decision: Decision): boolean =>
  decision.endpoint !== undefined &&
  (isClosedByPod(decision) || flagsOf(decision).some(flag => flag === 'UF' || flag === 'UC'))

/** What a gateway's port answers with while nothing is bound there. */
export const isBlackhole = (decision: Decision): boolean => decision.virtualHost?.name.startsWith('blackhole:') ?? false

/** A TCP connection that the pod's sidecar ends: no flag tells of it. */
export const isClosedByPod = (decision: Decision): boolean => decision.outcome === 'tcp' && decision.details !== ''

/** Istio's answer to a host that nobody knows under REGISTRY_ONLY: virtual host `block_all`, or its TCP counterpart. */
export const isRefusedPassthrough = (decision: Decision): boolean =>
  decision.virtualHost?.name === 'block_all' || decision.cluster === 'BlackHoleCluster'
