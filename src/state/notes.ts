import type { LocatedDiagnostic } from '../worker/protocol.ts'

/** Whether a finding is about how far the picture goes, not about the text: such notes stand apart from problems. */
export function isNote({ code }: Pick<LocatedDiagnostic, 'code'>): boolean {
  return code === 'MX0001' || code.startsWith('MX02')
}
