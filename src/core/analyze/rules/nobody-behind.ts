import type { Diagnostic } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { Resource } from '../../resources/index.ts'
import { selectSimilar } from '../fixes/select-similar.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/**
 * Whom nobody answers for, whether a rule sends there or not: Services whose selector misses pods of the text by a slip, and
 * ServiceEntries without an address. Where a rule does send there, that is told at the rule.
 */
export const checkNobodyBehind: Rule = facts => {
  const told = new Set(facts.legs.filter(({ hasTraffic }) => hasTraffic).map(({ hostname }) => hostname))
  const untold = [...facts.mesh.services.values()].filter(({ hostname }) => !told.has(hostname))
  const services = new Map(untold.map(service => [service.origin, service]))
  return facts.resources.flatMap(resource =>
    resource.assumed
      ? []
      : [...serviceWithSlip(facts, services.get(resource.origin)), ...entryWithoutEndpoints(resource)],
  )
}

function serviceWithSlip(facts: Facts, service: MeshService | undefined): readonly Diagnostic[] {
  if (service?.registry !== 'Kubernetes' || !service.selector || service.pods.length > 0) return []
  const fix = selectSimilar(facts, service)
  if (!fix) return []
  const wanted = Object.entries(service.selector).map(([key, value]) => `${key}=${value}`)
  const detail = `Its selector asks for ${wanted.join(', ')}, and no pod of namespace ${service.namespace} has that. Requests to it are answered 503 UH.`
  const origin = below(service.origin, 'spec', 'selector')
  return [say(MESSAGES.noReadyPod, { target: service.name }, { detail, origin, fix })]
}

/** Istio, serviceentry: STATIC without either of the two is accepted, and its cluster has no endpoint. */
function entryWithoutEndpoints(resource: Resource): readonly Diagnostic[] {
  if (resource.kind !== 'ServiceEntry') return []
  const { resolution, endpoints, workloadSelector, hosts } = resource.spec
  if (resolution !== 'STATIC' || endpoints.length > 0 || workloadSelector) return []
  const detail =
    'It lists no endpoints and has no workloadSelector. Requests there are answered 503 UH, connections are closed.'
  const origin = below(resource.origin, 'spec', 'resolution')
  return [say(MESSAGES.noEndpoints, { host: hosts.join(', ') || resource.name }, { detail, origin })]
}
