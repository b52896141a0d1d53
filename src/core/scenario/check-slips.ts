import { below } from '../base/origin.ts'
import type { ScenarioResource, ScenarioSlip } from '../resources/index.ts'
import type { Problem } from './problem.ts'

/** Fields that a Scenario does not have, and values that are not what their field takes. */
export function checkSlips({ origin, spec }: ScenarioResource): readonly Problem[] {
  return spec.slips.map(slip => toProblem(slip, below(origin, ...slip.path)))
}

function toProblem(slip: ScenarioSlip, origin: Problem['origin']): Problem {
  const field = slip.path.findLast(step => typeof step === 'string') ?? 'Scenario'
  if (slip.kind === 'unreadable') {
    const detail = `It has to be ${slip.wanted}. It counts as not written.`
    return { kind: 'unreadable', values: { field, wanted: slip.wanted }, detail, origin }
  }
  const detail = `It does nothing. Fields here: ${slip.fields.join(', ')}.`
  return { kind: 'noField', values: { field }, detail, origin, misspelt: { text: field, among: slip.fields } }
}
