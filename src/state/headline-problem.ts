import type { LocatedDiagnostic } from '../worker/protocol.ts'

/**
 * The problem whose repair stands beside the headline, of those worst first: where requests are lost, one that they are lost
 * at; else the first. Only an error is worth a button there.
 */
export function headlineProblem(
  worstFirst: readonly LocatedDiagnostic[],
  isLosing: boolean,
): LocatedDiagnostic | undefined {
  const first = isLosing ? worstFirst.find(({ touches }) => touches.length > 0) : worstFirst[0]
  return first?.severity === 'error' ? first : undefined
}
