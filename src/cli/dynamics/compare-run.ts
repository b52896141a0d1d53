import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import type { Facts } from './facts.ts'
import { compareEjections } from './compare-ejections.ts'
import { compareFlow } from './compare-flow.ts'
import type { Observation } from './observe.ts'
import type { RunRecord } from './recording.ts'

/** A run against a recorded one: each flow, and who was ejected. */
export function compareRun(facts: Facts, recorded: RunRecord, got: Observation): readonly Disagreement[] {
  const flows = facts.one.flows.flatMap(flow => {
    const [theirs, ours] = [recorded.traffic?.[flow.id], got.traffic[flow.id]]
    if (!theirs || !ours) return []
    return compareFlow({ ...facts, flow }, theirs, ours).map(({ field, ...rest }) => ({
      field: `${flow.id}: ${field}`,
      ...rest,
    }))
  })
  return [...flows, ...compareDetector(facts, recorded, got)].filter(({ field }) => !facts.isLeftOut(field))
}

export function compareDetector(
  facts: Facts,
  recorded: Pick<RunRecord, 'ejections'>,
  got: Observation,
): readonly Disagreement[] {
  if (!recorded.ejections) return []
  return compareEjections(recorded.ejections, got.ejections, facts.tolerance, got.overAt, facts.baseEjectionMs)
}

/** How much the detector had at once, and pods where callers came at once: elsewhere microseconds decide of that. */
export function compareActive({ one, recording, isLeftOut }: Facts, got: Observation): readonly Disagreement[] {
  const inBursts = one.flows.some(({ load }) => load.kind === 'burst')
  const fields = ['mostEjectedAtOnce', ...(inBursts ? (['maxActive', 'maxActiveAll'] as const) : [])] as const
  return fields.flatMap(field => {
    const [theirs, ours] = [recording[field], got[field]]
    const differs = theirs !== undefined && show(sorted(theirs)) !== show(sorted(ours))
    return differs && !isLeftOut(field) ? [{ field, expected: show(theirs), got: show(ours) }] : []
  })
}

function sorted(value: number | Readonly<Record<string, number>>): unknown {
  return typeof value === 'number' ? value : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
