import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { checkName } from './check-name.ts'
import { findDocuments, isDocument, referenceTo } from './names.ts'
import type { Problem } from './problem.ts'

/** Steps without a time or without anything to do, and names of what the text does not hold. */
export function checkSteps(scenario: ScenarioResource, resources: readonly Resource[], mesh: Mesh): readonly Problem[] {
  const { steps, slips } = scenario.spec
  return steps.flatMap(({ path, atMs, apply, delete: gone, scale }) => {
    const at = (...rest: Path) => below(scenario.origin, ...path, ...rest)
    const problems: Problem[] = []
    const hasSlip = slips.some(slip => path.every((step, i) => slip.path[i] === step))
    const missing = (what: string, detail: string, origin: Problem['origin']): void => {
      if (!hasSlip) problems.push({ kind: 'missing', values: { what }, detail, origin })
    }
    if (atMs === undefined) missing('at', 'A step says when it happens: at: 5s. Without a time it does not.', at())
    const check = (field: 'apply' | 'delete', references: readonly string[]): void => {
      references.forEach((reference, i) => {
        if (reference === '' || findDocuments(resources, reference, scenario).length > 0) return
        problems.push(unknownDocument(scenario, resources, reference, at(field, i)))
      })
    }
    check('apply', apply)
    check('delete', gone)
    if (scale) {
      if (scale.name === undefined) missing('name', 'scale names the workload.', at('scale'))
      else problems.push(...checkName(scenario, mesh, scale.name, at('scale', 'name'), 'Nothing is scaled.'))
      if (scale.replicas === undefined) missing('replicas', 'scale says how many pods there are then.', at('scale'))
    }
    if (apply.length + gone.length === 0 && !scale) {
      missing('apply, delete or scale', 'This step does nothing.', at())
    }
    return problems
  })
}

function unknownDocument(
  scenario: ScenarioResource,
  resources: readonly Resource[],
  reference: string,
  origin: Problem['origin'],
): Problem {
  const among = resources.filter(isDocument).map(resource => referenceTo(resource, scenario))
  const detail = reference.includes('/')
    ? 'A step applies and deletes documents of this very text that are not refused. This one does nothing.'
    : 'Write the kind and the name: VirtualService/reviews, or VirtualService/reviews.default.'
  return { kind: 'unknownDocument', values: { reference }, detail, origin, misspelt: { text: reference, among } }
}
