import type { Labels } from '../../resources/index.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { PlacedItem } from '../cluster/item.ts'

/** What a host leads to: a Service or a ServiceEntry. */
export interface HostTarget {
  readonly source: PlacedItem
  readonly ports: readonly number[]
  /** Of a ServiceEntry that picks pods. */
  readonly workloadLabels: Labels
}

export interface HostIndex {
  /** A host as a resource of a namespace, exported as `exportTo` says, finds it. */
  find(host: string, namespace: string, exportTo: readonly string[]): HostTarget | undefined
}

/** A server that is not of the mesh, as ServiceEntries are unless they say otherwise. */
export const isOutside = ({ source }: HostTarget): boolean =>
  source.kind === 'ServiceEntry' && source.spec.string('location') !== 'MESH_INTERNAL'

const EVERYWHERE = '*'

/** A name without dots is one of the namespace; wildcards and all others stay. Istio, util.ConvertHostToFQDN. */
export function toFullHost(host: string, namespace: string): string {
  return host.startsWith('*') || host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`
}

/** Hosts by the scopes that see them. Istio, util.InitServiceEntryHostMap and util.GetDestinationHost. */
export function indexHosts(cluster: Cluster): HostIndex {
  const exact = new Map<string, HostTarget>()
  const wildcards = new Map<string, HostTarget>()
  const add = (scope: string, host: string, target: HostTarget): void => {
    const key = `${scope}/${host}`
    exact.set(key, target)
    if (host.startsWith('*')) wildcards.set(key, target)
  }
  for (const source of cluster.items('ServiceEntry')) {
    const target = {
      source,
      ports: source.spec.list('ports').map(port => port.number('number') ?? 0),
      workloadLabels: source.spec.at('workloadSelector').labels('labels'),
    }
    for (const host of source.spec.strings('hosts')) {
      for (const scope of scopesOf(source.spec.strings('exportTo'), source.namespace)) {
        add(scope, toFullHost(host, source.namespace), target)
      }
    }
  }
  for (const source of cluster.items('Service')) {
    const ports = source.spec.list('ports').map(port => port.number('port') ?? 0)
    const said = source.annotations['networking.istio.io/exportTo'] ?? ''
    const scopes = said === '' ? [EVERYWHERE] : said.split(',').map(each => (each === '.' ? source.namespace : each))
    const host = toFullHost(source.name, source.namespace)
    for (const scope of scopes) add(scope, host, { source, ports, workloadLabels: {} })
  }
  return {
    find(host, namespace, exportTo) {
      const full = toFullHost(host, namespace)
      const scopes = exportTo.length === 0 ? [namespace] : exportTo.map(each => (each === '.' ? namespace : each))
      for (const scope of [EVERYWHERE, ...scopes]) {
        const found = exact.get(`${scope}/${full}`)
        if (found) return found
      }
      const name = host.startsWith('*') ? host.slice(1) : host
      for (const [key, target] of wildcards) {
        const slash = key.indexOf('/')
        const isSeen = [EVERYWHERE, namespace].includes(key.slice(0, slash))
        if (isSeen && name.endsWith(key.slice(slash + 2))) return target
      }
      return undefined
    },
  }
}

/** Namespaces that see it; a star for all of them. */
export function scopesOf(exportTo: readonly string[], namespace: string): readonly string[] {
  if (exportTo.length === 0 || exportTo.includes(EVERYWHERE)) return [EVERYWHERE]
  return [...new Set(exportTo.map(each => (each === '.' ? namespace : each)))]
}
