import type { Disagreement } from '../conform/disagreement.ts'
import { isDetectorLeftOut } from './left-out.ts'
import type { Ejection } from './recording.ts'
import type { Tolerance } from './tolerances.ts'

const FIELDS = ['pod', 'action', 'type', 'enforced'] as const

/** What happened so near to the end may have been seen or not. */
const END_S = 0.5

/** Who was ejected and returned, in what order, and when. */
export function compareEjections(
  all: readonly Ejection[],
  got: readonly Ejection[],
  { momentsMs, staysVary }: Tolerance,
  overAt: number,
  baseMs: number,
): readonly Disagreement[] {
  const recorded = all.filter(({ type }) => !isDetectorLeftOut(type))
  const fail = [{ field: 'ejections', expected: say(recorded), got: say(got) }]
  const both = Math.min(recorded.length, got.length)
  const late = [...recorded.slice(both), ...got.slice(both)]
  if (late.some(({ t }) => t < overAt - END_S)) return fail
  const agrees = recorded.slice(0, both).every((a, i) => {
    const b = got[i]
    if (!b || FIELDS.some(field => a[field] !== b[field])) return false
    const off = (b.t - a.t) * 1000
    const steps = staysVary && a.action === 'UNEJECT' ? Math.round(off / baseMs) : 0
    return Math.abs(steps) <= 1 && Math.abs(off - steps * baseMs) <= momentsMs
  })
  return agrees ? [] : fail
}

function say(ejections: readonly Ejection[]): string {
  const words = ejections.map(({ t, pod, action, type, enforced }) => {
    const noted = enforced === false ? ' (only noted)' : ''
    return `${t.toFixed(3)} ${action === 'EJECT' ? `out ${pod} ${type}${noted}` : `back ${pod}`}`
  })
  return words.length > 0 ? words.join(', ') : 'none'
}
