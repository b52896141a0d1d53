import { below, isWithin } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { checkName } from './check-name.ts'
import { findDocuments, findWorkload, isDocument, referenceTo, withoutKind } from './names.ts'
import type { Problem } from './problem.ts'

/** Steps without a time or without anything to do, and names of what the text does not hold. */
export function checkSteps(
  scenario: ScenarioResource,
  resources: readonly Resource[],
  mesh: Mesh,
  inSteps: readonly Resource[],
): readonly Problem[] {
  const { steps, slips } = scenario.spec
  return steps.flatMap(({ path, atMs, apply, delete: gone, scale, restart }) => {
    const at = (...rest: Path) => below(scenario.origin, ...path, ...rest)
    const problems: Problem[] = []
    const hasSlip = slips.some(slip => path.every((step, i) => slip.path[i] === step))
    const missing = (what: string, detail: string, origin: Problem['origin']): void => {
      if (!hasSlip) problems.push({ kind: 'missing', values: { what }, detail, origin })
    }
    if (atMs === undefined) missing('at', 'A step says when it happens: at: 5s. Without a time it does not.', at())
    const check = (field: 'apply' | 'delete', references: readonly string[]): void => {
      references.forEach((reference, i) => {
        const among = field === 'apply' ? resources : [...resources, ...inSteps]
        if (reference === '' || findDocuments(among, reference, scenario).length > 0) return
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
    problems.push(...nestedScenarios(inSteps, at()))
    if (restart !== undefined) problems.push(...checkRestart(scenario, mesh, restart, at('restart')))
    if (apply.length + gone.length === 0 && !scale && restart === undefined) {
      missing('apply, delete, scale or restart', 'This step does nothing.', at())
    }
    return problems
  })
}

function nestedScenarios(inSteps: readonly Resource[], step: Problem['origin']): readonly Problem[] {
  const detail = 'A step applies what a cluster knows. A Scenario is played, not applied.'
  return inSteps
    .filter(({ kind, origin }) => kind === 'Scenario' && isWithin(origin, step))
    .map(({ origin }) => ({ kind: 'withoutEffect', values: { what: 'This Scenario' }, detail, origin }))
}

function checkRestart(scenario: ScenarioResource, mesh: Mesh, restart: string, origin: Problem['origin']) {
  const name = withoutKind(restart)
  const workload = findWorkload(mesh, name, scenario)
  if (!workload) return checkName(scenario, mesh, name, origin, 'Nothing is restarted.')
  if (workload.kind === 'Deployment') return []
  const detail = `${workload.name} is a ${workload.kind}: here only Deployments replace their pods.`
  return [{ kind: 'withoutEffect', values: { what: 'restart' }, detail, origin } as const]
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
