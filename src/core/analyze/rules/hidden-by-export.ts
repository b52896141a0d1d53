import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import type { Hostname } from '../../base/ids.ts'
import { below, isWithin } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import { findDestinationRules, indexDestinationRules, isExportedTo, isServiceVisible } from '../../compile/index.ts'
import { resolveHost } from '../../mesh/index.ts'
import type { MeshService, MeshWorkload } from '../../mesh/index.ts'
import type { DestinationRuleResource, VirtualServiceResource } from '../../resources/index.ts'
import { insertListItem, nodeOf, setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { isForMesh } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import { meantHost, virtualServicesFor } from '../played-requests.ts'
import type { PlayedRequest } from '../played-requests.ts'
import type { Rule } from '../rule.ts'

/**
 * What `exportTo` keeps from a caller of the Scenario that would use it: a service, or the rules for its host where nothing
 * else takes their place, as a private one of the caller’s namespace would [A9] [A41] [A44] [A60].
 */
export const checkHiddenByExport: Rule = facts => {
  const found = new Map<string, Diagnostic>()
  const add = (hidden: Hidden, { caller }: PlayedRequest, countedAt: Origin | undefined): void => {
    const key = JSON.stringify(hidden.origin)
    if (found.has(key)) return
    const { resource, detail, origin } = hidden
    const values = { resource, caller: `${caller.namespace}/${caller.name}` }
    const about = { detail, origin, ...(countedAt && { countedAt }), fix: exportTo(facts, origin, caller) }
    found.set(key, say(MESSAGES.hiddenByExport, values, about))
  }
  const index = createDestinationRules(facts)
  for (const played of facts.playedRequests()) {
    const host = meantHost(played, facts.mesh)
    const service = facts.mesh.services.get(host)
    const hidden = [
      service && hiddenService(facts, service, played),
      ...hiddenVirtualServices(facts, host, played),
      ...(service ? index.hiddenFor(service, played) : []),
    ]
    for (const one of hidden) if (one) add(one, played, service?.origin)
  }
  return [...found.values()]
}

interface Hidden {
  /** `Service web`. */
  readonly resource: string
  readonly detail: string
  readonly origin: Origin
}

function hiddenService({ mesh, resources }: Facts, service: MeshService, played: PlayedRequest): Hidden | undefined {
  const { namespace } = played.caller
  const others = mesh.sameHostServices.filter(({ hostname }) => hostname === service.hostname)
  if ([service, ...others].some(each => isServiceVisible(each, namespace))) return undefined
  const source = resources.find(({ origin }) => isWithin(service.origin, origin))
  if (!source) return undefined
  const isEntry = source.kind === 'ServiceEntry'
  const passes = mesh.settings.outboundTrafficPolicy === 'ALLOW_ANY'
  const then = played.isFromOutside
    ? 'No rule there can send to it: its cluster does not exist.'
    : passes
      ? 'Its requests go on to where they were dialled, by no rule and without mTLS.'
      : 'Its requests are answered 502: REGISTRY_ONLY.'
  return {
    resource: `${source.kind} ${source.name}`,
    detail: `Proxies of namespace ${namespace} are not told of ${service.hostname}. ${then}`,
    origin: below(source.origin, ...(isEntry ? ['spec', 'exportTo'] : ['metadata', 'annotations', EXPORT_TO])),
  }
}

const EXPORT_TO = 'networking.istio.io/exportTo'

function hiddenVirtualServices({ mesh }: Facts, host: Hostname, played: PlayedRequest): readonly Hidden[] {
  if (played.isFromOutside || virtualServicesFor(played, mesh).length > 0) return []
  const { namespace } = played.caller
  const isAbout = ({ spec, namespace: own }: VirtualServiceResource): boolean =>
    spec.hosts.some(each => resolveHost(each, own, mesh.settings.clusterDomain) === host)
  return mesh.virtualServices
    .filter(each => isForMesh(each) && isAbout(each) && !isExportedTo(each, namespace))
    .map(({ name, origin }) => ({
      resource: `VirtualService ${name}`,
      detail: `Proxies of namespace ${namespace} are not told of it. Requests to ${host} go there as if it did not exist.`,
      origin: below(origin, 'spec', 'exportTo'),
    }))
}

function createDestinationRules({ mesh, destinationRules }: Facts) {
  const index = indexDestinationRules(mesh)
  return {
    hiddenFor(service: MeshService, { caller }: PlayedRequest): readonly Hidden[] {
      const found = findDestinationRules(index, caller.namespace, mesh.settings.rootNamespace, service)
      if (found.length > 0) return []
      const places = new Set([service.namespace, mesh.settings.rootNamespace])
      return (destinationRules.get(service.hostname) ?? [])
        .filter(rule => places.has(rule.namespace) && rule.spec.exportTo.length > 0)
        .map(rule => ({
          resource: `DestinationRule ${rule.name}`,
          detail: `Proxies of namespace ${caller.namespace} are not told of it. ${lossOf(rule)} for what they send to ${service.name}.`,
          origin: below(rule.origin, 'spec', 'exportTo'),
        }))
    },
  }
}

const lossOf = ({ spec: { subsets } }: DestinationRuleResource): string =>
  subsets.length > 0 ? 'Its subsets do not exist (503 NC) and its settings do not count' : 'Its settings do not count'

/** To the caller's namespace too. */
function exportTo({ parsed }: Facts, origin: Origin, { namespace }: MeshWorkload): Fix | undefined {
  const node = nodeOf(parsed, origin)
  const title = `Export it to ${namespace} too`
  if (node?.kind === 'scalar') {
    const text = String(node.value)
    const edit = text.includes('~') ? undefined : setScalar(parsed, origin, `${text},${namespace}`)
    return edit && { title, edits: [edit] }
  }
  if (node?.kind !== 'list') return undefined
  if (node.items.some(item => item.kind === 'scalar' && item.value === '~')) return undefined
  const edit = insertListItem(parsed, origin, namespace)
  return edit && { title, edits: [edit] }
}
