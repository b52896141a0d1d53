import { below } from '../../../base/origin.ts'
import { nodeOf, putValue, removeItem, removeResource, replaceEntry, setScalar } from '../../../yaml/index.ts'
import { findSimilar } from '../../../base/similar-name.ts'
import { isInMesh } from '../in-mesh.ts'
import { fix, itemOf, value } from './fixer.ts'
import type { Fixer } from './fixer.ts'
import { correctLabels } from './labels.ts'
import { isAmbient } from '../rules/sidecars.ts'

/** Of Sidecars and Telemetries. */
export const correctSelector: Fixer = ({ parsed, scene, finding, resource, origin }) => {
  const { namespace, spec } = itemOf(finding)
  const steps = origin.path.slice(resource.path.length + 1, -1).map(String)
  const selector = spec.at(...steps.slice(0, -1)).labels(steps.at(-1) ?? '')
  const pods = scene.cluster.podsWith({}, namespace)
  return correctLabels(parsed, { ...origin, path: origin.path.slice(0, -1) }, selector, pods)
}

export const correctPolicySelector: Fixer = ({ parsed, scene: { cluster }, finding, resource }) => {
  const { namespace, spec } = itemOf(finding)
  const selector = spec.at('selector').labels('matchLabels')
  const where = namespace === cluster.rootNamespace ? undefined : namespace
  const pods = cluster.podsWith({}, where).filter(pod => isAmbient(pod) || isInMesh(pod, pod.namespace, cluster))
  return correctLabels(parsed, below(resource, 'spec', 'selector', 'matchLabels'), selector, pods)
}

export const correctNamespace: Fixer = broken => {
  const { parsed, scene, origin } = broken
  const names = scene.cluster.items('Namespace').map(({ name }) => name)
  const name = findSimilar(value(broken, 'namespace'), names)
  return name === undefined ? [] : fix(`Use ${name}`, setScalar(parsed, origin, name))
}

/** Patches without one have priority 0; more is later. */
export const givePriority: Fixer = ({ parsed, resource }) =>
  fix(`Give it priority ${String(PRIORITY)}`, putValue(parsed, below(resource, 'spec', 'priority'), PRIORITY))

const PRIORITY = 10

/** The operation that changes a route or its configuration. */
export const mergePatch: Fixer = ({ parsed, origin }) =>
  fix('Use MERGE', setScalar(parsed, below(origin, 'patch', 'operation'), 'MERGE'))

export const takePatchOut: Fixer = ({ parsed, origin, resource }) =>
  fix('Take the patch out', removeItem(parsed, origin) ?? removeResource(parsed, resource))

/** A route is put in front of the others; a configuration is merged with what there is. */
export const addRoute: Fixer = broken => {
  const { parsed, origin } = broken
  if (value(broken, 'applyTo') !== 'HTTP_ROUTE') return mergePatch(broken)
  return fix('Use INSERT_FIRST', setScalar(parsed, below(origin, 'patch', 'operation'), 'INSERT_FIRST'))
}

/** The provider that every mesh has. */
export const logToEnvoy: Fixer = ({ parsed, origin }) =>
  fix('Log by provider envoy', putValue(parsed, below(origin, 'providers'), [{ name: 'envoy' }]))

/** The way in which pods of such a Gateway take policies. */
export const targetGateway: Fixer = broken => {
  const { parsed, origin } = broken
  const name = value(broken, 'gateway')
  const target = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name }
  return fix(`Target Gateway ${name}`, replaceEntry(parsed, origin, 'targetRefs', [target]))
}

export const takeResourceOut: Fixer = ({ parsed, finding, resource }) =>
  fix(`Take the ${itemOf(finding).kind} out`, removeResource(parsed, resource))

/** Remarks that say themselves what to do. */
export const followRemark: Fixer = broken => {
  const { parsed, origin } = broken
  const said = value(broken, 'message')
  const gateway = /^using legacy gatewayName format .*: "([^"]+)"$/.exec(said)?.[1]
  if (gateway !== undefined) return fix(`Use ${gateway}`, setScalar(parsed, origin, gateway))
  const filter = /^using deprecated filter name "[^"]+"; use "([^"]+)" instead$/.exec(said)?.[1]
  if (filter !== undefined) return fix(`Use ${filter}`, setScalar(parsed, origin, filter))
  const node = nodeOf(parsed, origin)
  if (
    said.includes('"mirrorPercent", use "mirrorPercentage"') &&
    node?.kind === 'scalar' &&
    typeof node.value === 'number'
  )
    return fix('Use mirrorPercentage', replaceEntry(parsed, origin, 'mirrorPercentage', { value: node.value }))
  return []
}
