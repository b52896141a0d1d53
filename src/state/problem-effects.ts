import { countText } from '../core/base/count-text.ts'
import type { Outcome, Tally } from '../scene/index.ts'
import type { LocatedDiagnostic } from '../worker/protocol.ts'

const NOT_COUNTED = 'not counted yet'

const LOST: readonly Outcome[] = ['nowhere', 'nobody', 'not-taken', 'turned-away', 'late']

/** How many requests a problem has cost so far. */
export function lostAt(diagnostic: LocatedDiagnostic, tally: Tally | undefined): number {
  if (!tally || !LOST.some(outcome => (tally.byOutcome.get(outcome) ?? 0) > 0)) return 0
  return Math.max(0, ...diagnostic.touches.map(id => tally.counts.get(id) ?? 0))
}

/** The same in words: `302 requests lost`, or undefined where none. */
export function effectOf(diagnostic: LocatedDiagnostic, tally: Tally | undefined): string | undefined {
  const lost = lostAt(diagnostic, tally)
  if (lost === 0) return undefined
  return `${countText(lost)} ${lost === 1 ? 'request' : 'requests'} lost`
}

/** How many have come by so far what a problem is about, where none is lost by it: `302 requests pass here`. */
export function passedAt({ passes }: Pick<LocatedDiagnostic, 'passes'>, tally: Tally | undefined): string | undefined {
  const passed = passes.reduce((sum, id) => sum + (tally?.counts.get(id) ?? 0), 0)
  if (passed === 0) return undefined
  return `${countText(passed)} ${passed === 1 ? 'request passes' : 'requests pass'} here`
}

/**
 * What a problem does to traffic: what is lost, or what comes by; that nothing is or does, once requests of all ways can have
 * landed. Undefined: it is about no place that a request could come to.
 */
export function trafficAt(diagnostic: LocatedDiagnostic, tally: Tally | undefined): string | undefined {
  const lost = effectOf(diagnostic, tally)
  if (lost !== undefined) return lost
  const isOnStage = diagnostic.touches.length > 0
  const passed = isOnStage ? undefined : passedAt(diagnostic, tally)
  if (passed !== undefined) return passed
  if (!isOnStage && diagnostic.passes.length === 0) return undefined
  if (!tally || (tally.settled ?? tally).total === 0) return NOT_COUNTED
  return isOnStage ? 'no request lost' : 'no request passes here'
}
