import { writeScenario } from '../assume/index.ts'
import { toProxyId } from '../base/ids.ts'
import type { TextEdit } from '../base/text-range.ts'
import { isGateway } from '../compile/index.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { appendDocument } from '../yaml/index.ts'
import type { World } from './world.ts'

/**
 * The edit that appends what was assumed to the text: all of it, the traffic as a Scenario included, or the resources named
 * by `only`.
 */
export function writeAssumed(
  world: Pick<World, 'parsed' | 'assumed' | 'traffic' | 'scenario' | 'mesh'>,
  only?: readonly Resource['key'][],
): readonly TextEdit[] {
  const { parsed, assumed } = world
  const resources = assumed
    .filter(resource => only === undefined || only.includes(resource.key))
    .flatMap(resource => resource.assumed?.yaml ?? [])
  const documents = only === undefined ? [...resources, ...assumedScenario(world)] : resources
  if (documents.length === 0) return []
  return [appendDocument(parsed.text, documents.join('---\n'))]
}

/** Nothing where the text has a Scenario, or nobody calls. */
function assumedScenario({ traffic, scenario, mesh }: Pick<World, 'traffic' | 'scenario' | 'mesh'>): readonly string[] {
  return scenario || traffic.clients.length === 0 ? [] : [scenarioWith(traffic, mesh)]
}

/** YAML of a Scenario with this traffic, and what is said of workloads. */
export function scenarioWith(traffic: Traffic, mesh: Mesh, workloads: readonly string[] = []): string {
  const gateways = mesh.workloads.filter(workload => isGateway(mesh, workload))
  const proxies = new Set(gateways.map(({ name, namespace }) => toProxyId(name, namespace)))
  return writeScenario(traffic, proxies, workloads)
}
