import { toProxyId } from '../base/ids.ts'
import type { Hostname, ProxyId } from '../base/ids.ts'
import { once } from '../base/once.ts'
import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import {
  compileConfig,
  findDestinationRules,
  indexDestinationRules,
  isExportedTo,
  isGateway,
  resolveGatewayName,
} from '../compile/index.ts'
import { hasLabels, resolveHost } from '../mesh/index.ts'
import type { Mesh, MeshWorkload } from '../mesh/index.ts'
import type {
  Destination,
  DestinationRuleResource,
  Labels,
  Resource,
  Subset,
  VirtualServiceResource,
} from '../resources/index.ts'
import { createRouter } from '../route/index.ts'
import type { Router } from '../route/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import { findPlayedRequests } from './played-requests.ts'
import type { PlayedRequest } from './played-requests.ts'

/** What rules look at. */
export interface Facts {
  readonly parsed: ParsedText
  readonly resources: readonly Resource[]
  /** Documents that a Scenario's steps hold. */
  readonly inSteps: readonly Resource[]
  readonly mesh: Mesh
  /** Every place that traffic is sent to, of rules and mirrors. */
  readonly legs: readonly Leg[]
  /** What the text's Scenario sends, worked out when first asked for. */
  readonly playedRequests: () => readonly PlayedRequest[]
  /** What a workload's proxy does, compiled when first asked for. */
  readonly routerOf: (workload: Pick<MeshWorkload, 'name' | 'namespace'>) => Router
  /** By the host that they mean. */
  readonly destinationRules: ReadonlyMap<Hostname, readonly DestinationRuleResource[]>
  findSubset(hostname: Hostname, name: string): Subset | undefined
  /** Whether some workload of a namespace gives its pods these labels, with or without pods. */
  hasWorkload(namespace: string, labels: Labels): boolean
  /** Whether some caller that a leg's VirtualService is for looks up a DestinationRule with its subset [A41]. */
  isSubsetSeen(leg: Leg, subset: string): boolean
}

export interface Leg {
  readonly resource: VirtualServiceResource
  /** The list that its rule stands in. */
  readonly list: 'http' | 'tcp' | 'tls'
  readonly ruleIndex: number
  readonly destination: Destination
  readonly hostname: Hostname
  /** The destination message itself. */
  readonly origin: Origin
  readonly isMirror: boolean
  /** False where its weight gives it nothing. */
  readonly hasTraffic: boolean
}

export function gatherFacts(
  parsed: ParsedText,
  resources: readonly Resource[],
  mesh: Mesh,
  inSteps: readonly Resource[] = [],
  routerFor: (proxy: ProxyId) => Router = proxy => createRouter(compileConfig(mesh, proxy)),
): Facts {
  const destinationRules = new Map<Hostname, DestinationRuleResource[]>()
  for (const rule of mesh.destinationRules) {
    const hostname = resolveHost(rule.spec.host, rule.namespace, mesh.settings.clusterDomain)
    const known = destinationRules.get(hostname)
    if (known) known.push(rule)
    else destinationRules.set(hostname, [rule])
  }
  return {
    parsed,
    resources,
    inSteps,
    mesh,
    legs: mesh.virtualServices.flatMap(resource => legsOf(resource, mesh.settings.clusterDomain)),
    playedRequests: once(() => findPlayedRequests(resources, mesh)),
    routerOf: ({ name, namespace }) => routerFor(toProxyId(name, namespace)),
    destinationRules,
    findSubset: (hostname, name) =>
      destinationRules
        .get(hostname)
        ?.flatMap(({ spec }) => spec.subsets)
        .find(subset => subset.name === name),
    hasWorkload: indexWorkloads(mesh),
    isSubsetSeen: createSubsetSight(mesh),
  }
}

/** By each of its labels, so that only few have to be compared. */
function indexWorkloads({ workloads }: Mesh): Facts['hasWorkload'] {
  const byLabel = new Map<string, MeshWorkload[]>()
  const keyOf = (namespace: string, name: string, value: string): string => `${namespace}\n${name}\n${value}`
  for (const workload of workloads) {
    for (const [name, value] of Object.entries(workload.labels)) {
      const key = keyOf(workload.namespace, name, value)
      const known = byLabel.get(key)
      if (known) known.push(workload)
      else byLabel.set(key, [workload])
    }
  }
  return (namespace, labels) => {
    const [first] = Object.entries(labels)
    if (!first) return workloads.some(workload => workload.namespace === namespace)
    return (byLabel.get(keyOf(namespace, ...first)) ?? []).some(workload => hasLabels(workload.labels, labels))
  }
}

/**
 * What of a subset's labels is for pods to have: istiod puts labels of its own on endpoints, and those of the node where the
 * text shows nodes. Istio, label.AugmentLabels.
 */
export function labelsOfPods(labels: Labels, resources: readonly Resource[]): Labels {
  const hasNodes = (): boolean => resources.some(({ kind, spec }) => kind === 'Other' && spec.otherKind === 'Node')
  const isOwn = (key: string): boolean => OF_ISTIOD.has(key) || (OF_NODES.has(key) && hasNodes())
  if (!Object.keys(labels).some(isOwn)) return labels
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !isOwn(key)))
}

const OF_ISTIOD: ReadonlySet<string> = new Set([
  'topology.istio.io/cluster',
  'topology.istio.io/network',
  'security.istio.io/tlsMode',
])
const OF_NODES: ReadonlySet<string> = new Set([
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
  'kubernetes.io/hostname',
])

/** Looks where the sidecars of each namespace, and gateways, look, each place once. */
function createSubsetSight(mesh: Mesh): Facts['isSubsetSeen'] {
  const index = indexDestinationRules(mesh)
  const gateways = mesh.workloads.filter(workload => isGateway(mesh, workload))
  const namespacesOf = (workloads: readonly MeshWorkload[]) => [...new Set(workloads.map(({ namespace }) => namespace))]
  const inMesh = namespacesOf(mesh.workloads.filter(workload => workload.sidecar && !gateways.includes(workload)))
  const behind = (resource: VirtualServiceResource) => {
    const names = resource.spec.gateways.map(name => resolveGatewayName(name, resource.namespace))
    const bound = mesh.gateways.filter(({ namespace, name }) => names.includes(`${namespace}/${name}`))
    return namespacesOf(gateways.filter(({ labels }) => bound.some(({ spec }) => hasLabels(labels, spec.selector))))
  }
  return ({ resource, hostname }, name) => {
    const service = mesh.services.get(hostname)
    const callers = [...(isForMesh(resource) ? inMesh : []), ...behind(resource)]
    const viewers = callers.filter(namespace => isExportedTo(resource, namespace))
    if (!service || viewers.length === 0) return true
    return viewers.some(viewer =>
      findDestinationRules(index, viewer, mesh.settings.rootNamespace, service).some(({ subsets }) =>
        subsets.some(({ subset }) => subset.name === name),
      ),
    )
  }
}

function legsOf(resource: VirtualServiceResource, clusterDomain: string): readonly Leg[] {
  const { http, tcp, tls } = resource.spec
  const leg = (
    place: Pick<Leg, 'list' | 'ruleIndex'>,
    destination: Destination,
    path: Path,
    rest: Pick<Leg, 'isMirror' | 'hasTraffic'>,
  ): Leg => ({
    resource,
    ...place,
    destination,
    hostname: resolveHost(destination.host, resource.namespace, clusterDomain),
    origin: below(resource.origin, 'spec', place.list, place.ruleIndex, ...path),
    ...rest,
  })
  const routesOf = (list: Leg['list'], ruleIndex: number, route: (typeof tcp)[number]['route']): readonly Leg[] =>
    route.map(({ destination, weight }, i) => {
      const hasTraffic = route.length === 1 || (weight ?? 0) > 0
      return leg({ list, ruleIndex }, destination, ['route', i, 'destination'], { isMirror: false, hasTraffic })
    })
  return [
    ...http.flatMap(({ route, mirrors }, i) => [
      ...routesOf('http', i, route),
      ...mirrors.map(({ destination, path, percent }) =>
        leg({ list: 'http', ruleIndex: i }, destination, path, { isMirror: true, hasTraffic: percent > 0 }),
      ),
    ]),
    ...tcp.flatMap(({ route }, i) => routesOf('tcp', i, route)),
    ...tls.flatMap(({ route }, i) => routesOf('tls', i, route)),
  ]
}

/** The rule that a leg is of, as `nameOfRule` calls it: `TCP rule 1`. */
export function ruleOfLeg({ resource, list, ruleIndex }: Leg): string {
  return list === 'http' ? nameOfRule(resource, ruleIndex) : `${list.toUpperCase()} rule ${String(ruleIndex + 1)}`
}

/** What becomes of what is sent to a cluster that does not exist. */
export function fateWithoutCluster({ list, isMirror }: Leg): string {
  if (isMirror) return 'Copies are dropped.'
  return list === 'http'
    ? 'Its requests are answered 503 NC: Envoy has no such cluster.'
    : 'Its connections are closed: Envoy has no such cluster.'
}

/** `Rule 2 (canary)`, counted from 1. */
export function nameOfRule({ spec }: VirtualServiceResource, index: number): string {
  const name = spec.http[index]?.name
  return `Rule ${index + 1}${name === undefined ? '' : ` (${name})`}`
}

/** Mesh-bound, so that sidecars use it [A8]. */
export function isForMesh({ spec }: VirtualServiceResource): boolean {
  return spec.hosts.length > 0 && (spec.gateways.length === 0 || spec.gateways.includes('mesh'))
}
