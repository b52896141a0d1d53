import type { Drawn } from './drawn.ts'

/** Parts those that are followed by their class and travel: what waits has a ring of its own, what sinks is over. */
export function partRinged(
  drawn: readonly Drawn[],
  classes: ReadonlySet<string> | undefined,
): { readonly ringed: readonly Drawn[]; readonly plain: readonly Drawn[] } {
  if (!classes) return { ringed: [], plain: drawn }
  const [ringed, plain]: [Drawn[], Drawn[]] = [[], []]
  for (const one of drawn) (hasRing(one, classes) ? ringed : plain).push(one)
  return { ringed, plain }
}

const hasRing = ({ particle, look, wait, focused, scale, attempt }: Drawn, classes: ReadonlySet<string>): boolean =>
  particle?.requestClass !== undefined &&
  classes.has(particle.requestClass) &&
  look !== 'ghost' &&
  !wait &&
  !focused &&
  scale === 1 &&
  attempt === undefined
