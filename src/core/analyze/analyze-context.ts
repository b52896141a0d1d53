import { toHostname } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'
import { findDestinationRules, indexDestinationRules, isExportedTo } from '../compile/index.ts'
import type { ConsolidatedRule, OwnedSubset } from '../compile/index.ts'
import { resolveHost } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { DestinationRuleResource, VirtualServiceResource } from '../resources/index.ts'
import type { AnalyzeInput } from './analyze-input.ts'
import { findLegs } from './legs.ts'
import type { Leg } from './legs.ts'

/** The world, with the look-ups that several rules need; each is made once. */
export interface AnalyzeContext extends AnalyzeInput {
  /** Written in the text, not assumed. */
  readonly virtualServices: readonly VirtualServiceResource[]
  readonly destinationRules: readonly DestinationRuleResource[]
  /** Every destination of every rule, mirrors too. */
  readonly legs: readonly Leg[]
  /** Namespaces from which somebody calls. */
  readonly callerNamespaces: readonly string[]
  /** Where those call from whom a VirtualService concerns; its own namespace where nobody does. */
  viewersOf(resource: VirtualServiceResource): readonly string[]
  resolve(host: string, namespace: string): Hostname
  /** The Service behind a host, an ExternalName followed [A67]. */
  serviceOf(hostname: Hostname): MeshService | undefined
  /** Whether something that is not read yet may define a host. */
  mayBeElsewhere(hostname: Hostname): boolean
  /** The DestinationRules that count for a Service, seen from a namespace [A41]. */
  rulesFor(service: MeshService, namespace: string): readonly ConsolidatedRule[]
  subsetOf(service: MeshService, namespace: string, name: string): OwnedSubset | undefined
  /** Services of a name, in whatever namespace. */
  servicesNamed(name: string): readonly MeshService[]
}

export function createContext(input: AnalyzeInput): AnalyzeContext {
  const { mesh, callers, resources } = input
  const { clusterDomain, rootNamespace } = mesh.settings
  const index = indexDestinationRules(mesh)
  const known = new Map<string, readonly ConsolidatedRule[]>()
  const callerNamespaces = [...new Set(callers.map(proxy => proxy.slice(proxy.lastIndexOf('.') + 1)))]
  const hasServiceEntries = resources.some(({ kind, spec }) => kind === 'Other' && spec.otherKind === 'ServiceEntry')
  const virtualServices = mesh.virtualServices.filter(({ assumed }) => !assumed)
  const byName = Map.groupBy(mesh.services.values(), ({ name }) => name)
  const resolve = (host: string, namespace: string) => resolveHost(host, namespace, clusterDomain)

  function rulesFor(service: MeshService, namespace: string): readonly ConsolidatedRule[] {
    const key = `${namespace} ${service.hostname}`
    const rules = known.get(key) ?? findDestinationRules(index, namespace, rootNamespace, service)
    known.set(key, rules)
    return rules
  }

  return {
    ...input,
    virtualServices,
    destinationRules: mesh.destinationRules.filter(({ assumed }) => !assumed),
    legs: virtualServices.flatMap(findLegs),
    callerNamespaces,
    viewersOf(resource) {
      const viewers = callerNamespaces.filter(namespace => isExportedTo(resource, namespace))
      return viewers.length > 0 ? viewers : [resource.namespace]
    },
    resolve,
    serviceOf(hostname) {
      const service = mesh.services.get(hostname)
      return service?.externalName === undefined ? service : mesh.services.get(toHostname(service.externalName))
    },
    mayBeElsewhere: hostname =>
      mesh.services.has(hostname) || (hasServiceEntries && !hostname.endsWith(`.svc.${clusterDomain}`)),
    rulesFor,
    subsetOf: (service, namespace, name) =>
      rulesFor(service, namespace)
        .flatMap(({ subsets }) => subsets)
        .find(({ subset }) => subset.name === name),
    servicesNamed: name => byName.get(name) ?? [],
  }
}
