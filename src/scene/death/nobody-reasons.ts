import { toHostname } from '../../core/base/ids.ts'
import { below } from '../../core/base/origin.ts'
import type { Cluster } from '../../core/envoy/index.ts'
import type { MeshService } from '../../core/mesh/index.ts'
import { clusterParts, shortHost } from '../names.ts'
import { listed, namespaceOf } from './death.ts'
import type { CauseLink, Death } from './death.ts'

/** Whom the cluster selects, and why nobody of them is there. */
export function nobodyReasons({ decision, router, world, proxy }: Death): readonly CauseLink[] {
  const cluster = decision.cluster === '-' ? undefined : router.config.clusters.get(decision.cluster)
  const parts = clusterParts(decision.cluster)
  if (!cluster || !parts) return []
  const service = world.mesh.services.get(toHostname(parts.host))
  const host = shortHost(parts.host, namespaceOf(proxy))
  return [
    ...selectorLinks(cluster, service, host, parts.subset),
    ...(cluster.endpoints.length > 0 ? unreadyLinks(cluster) : strangerLinks(cluster, service, host, parts.subset)),
  ]
}

const pairs = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')

function selectorLinks(
  { subsetOrigin, labels = {} }: Cluster,
  service: MeshService | undefined,
  host: string,
  subset: string,
): readonly CauseLink[] {
  if (subset !== '' && subsetOrigin)
    return [{ title: `Subset ${subset} selects ${pairs(labels)}`, detail: '', origin: below(subsetOrigin, 'labels') }]
  if (!service?.selector) return []
  const origin = below(service.origin, 'spec', 'selector')
  return [{ title: `Service ${host} selects ${pairs(service.selector)}`, detail: '', origin }]
}

function unreadyLinks({ endpoints, destinationRuleOrigin }: Cluster): readonly CauseLink[] {
  const [first] = endpoints
  const n = endpoints.length
  const its = n === 1 ? `Its one pod ${first?.pod ?? ''}` : `None of its ${String(n)} pods`
  if (!endpoints.some(({ healthy }) => healthy))
    return [{ title: `${its} is not ready`, detail: 'only ready pods are sent requests', origin: first?.origin }]
  const ready = endpoints.filter(({ healthy }) => healthy).length
  const title = n === 1 ? `${its} is ejected` : `${String(ready)} of its ${String(n)} pods are ejected`
  return [
    {
      title,
      detail: 'by the DestinationRule’s outlierDetection, for errors in a row; until they return nobody is left',
      origin: destinationRuleOrigin,
    },
  ]
}

/** The Service's pods carry something else, or there are none. */
function strangerLinks(
  { labels = {} }: Cluster,
  service: MeshService | undefined,
  host: string,
  subset: string,
): readonly CauseLink[] {
  const pods = service?.pods ?? []
  const [first] = pods
  if (service && !service.selector) {
    const detail = service.registry === 'ServiceEntry' ? 'its endpoints and its workloadSelector name none' : ''
    return [{ title: `${host} has no endpoints`, detail, origin: service.origin }]
  }
  if (!first) return [{ title: `No pod carries the labels of Service ${host}`, detail: '', origin: service?.origin }]
  if (subset === '') return []
  const carried = Object.keys(labels).map(key => {
    const values = new Set(pods.map(pod => pod.labels[key]))
    const known = [...values].filter(value => value !== undefined)
    return known.length === 0 ? `no ${key}` : `${key} ${listed(known)}`
  })
  return [{ title: `Pods of ${host} carry ${listed(carried)}`, detail: '', origin: first.origin }]
}
