import type { LocatedDiagnostic } from '../worker/protocol.ts'

/**
 * Whether a finding is about how far the picture goes, or what a tool says for nothing: such notes stand apart from
 * problems.
 */
export function isNote({ code, severity }: Pick<LocatedDiagnostic, 'code' | 'severity'>): boolean {
  return severity === 'muted' || code === 'MX0001' || code.startsWith('MX02')
}
