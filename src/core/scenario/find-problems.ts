import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import { checkClients } from './check-clients.ts'
import { checkPresentation } from './check-presentation.ts'
import { checkSlips } from './check-slips.ts'
import { checkSteps } from './check-steps.ts'
import { checkWorkloads } from './check-workloads.ts'
import type { Problem } from './problem.ts'
import { theScenario } from './the-scenario.ts'

/** All that is wrong with the Scenario that is played; of others only that they are not. */
export function findProblems(
  resources: readonly Resource[],
  mesh: Mesh,
  parsed: ParsedText,
  inSteps: readonly Resource[] = [],
): readonly Problem[] {
  const played = theScenario(resources)
  if (!played) return []
  const others = resources.filter(
    (resource): resource is ScenarioResource => resource.kind === 'Scenario' && resource !== played,
  )
  return [
    ...checkSlips(played),
    ...checkClients(played, mesh),
    ...checkWorkloads(played, mesh),
    ...checkSteps(played, resources, mesh, inSteps),
    ...checkPresentation(played, resources, parsed),
    ...others.map(({ name, origin }): Problem => ({
      kind: 'secondScenario',
      values: { name },
      detail: `One Scenario is played: the first of the text, ${played.name || 'which stands above'}.`,
      origin,
    })),
  ]
}
