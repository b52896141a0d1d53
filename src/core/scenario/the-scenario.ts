import type { Resource, ScenarioResource } from '../resources/index.ts'

/** The Scenario that is played: of several in a text the first. */
export function theScenario(resources: readonly Resource[]): ScenarioResource | undefined {
  return resources.find((resource): resource is ScenarioResource => resource.kind === 'Scenario')
}
