import { analyze } from '../analyze/index.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { isWithin } from '../base/origin.ts'
import type { Resource } from '../resources/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import type { PlayedScenario } from './played-scenario.ts'

/** What documents that steps hold do wrong, each in the mesh that it comes into; only what is not `said` yet. */
export function analyzeSteps(
  parsed: ParsedText,
  { play }: PlayedScenario,
  inSteps: readonly Resource[],
  said: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (inSteps.length === 0) return []
  const found = new Map<string, Diagnostic>()
  const known = new Set(said.map(keyOf))
  let last: unknown
  for (const { mesh, resources, isTold } of play().moments) {
    if (!isTold || mesh === last) continue
    last = mesh
    for (const diagnostic of analyze({ parsed, resources, mesh, inSteps })) {
      const key = keyOf(diagnostic)
      const isInStep = inSteps.some(each => isWithin(diagnostic.origin, each.origin))
      if (isInStep && !known.has(key)) found.set(key, diagnostic)
    }
  }
  return [...found.values()]
}

const keyOf = ({ code, title, origin }: Diagnostic): string => JSON.stringify([code, title, origin])
