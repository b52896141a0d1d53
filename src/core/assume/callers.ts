import { hasLabels } from '../mesh/index.ts'
import type {
  HttpMatch,
  Labels,
  Resource,
  ServiceEntryResource,
  ServiceResource,
  VirtualServiceResource,
} from '../resources/index.ts'
import { isWorkload, podLabelsOf } from './assume-services.ts'
import { selects } from './gateway-entries.ts'
import { appliesToMesh, callerNamespace, findMentions, meshVirtualServices, serviceKey } from './mesh-hosts.ts'

/** A workload that calls, there or to be assumed. */
export interface Caller {
  readonly name: string
  readonly namespace: string
  readonly labels: Labels
  readonly exists: boolean
}

/** A caller, and the resource whose hosts it calls. */
export interface Call {
  readonly caller: Caller
  readonly target: VirtualServiceResource | ServiceResource | ServiceEntryResource
  /** What a policy says of the target is the reason to call it. */
  readonly forPolicy?: true
}

const KUBERNETES_GATEWAY = 'gateway.networking.k8s.io/gateway-name'
const CALLER_NAMES =
  /(^|-)(client|sleep|curl|productpage|frontend|front|web|ui|gateway|caller|tester|load|loadgen)(-|$)/

/**
 * Who calls each mesh host: a workload of the namespace that is not a target itself, better one whose name says that it
 * calls; else a `client` that has to be assumed. Rules for source labels or namespaces get a caller that has them. In a
 * text without VirtualServices somebody calls each Service. ServiceEntries are called where no VirtualService names them,
 * Services too where a DestinationRule has a policy for them. Workloads without a sidecar that no Service selects call all
 * that is called in their namespace.
 */
export function planCalls(resources: readonly Resource[]): readonly Call[] {
  const finder = createFinder(resources)
  const virtualServices = meshVirtualServices(resources)
  const entries = unnamedEntries(resources, virtualServices).map(target => ({
    caller: finder.find(callerNamespace(target), {}),
    target,
  }))
  const underPolicy = servicesUnderPolicy(resources)
  if (virtualServices.length === 0) {
    const services = resources
      .filter((resource): resource is ServiceResource => resource.kind === 'Service')
      .filter(({ spec }) => spec.type !== 'ExternalName' && spec.ports.length > 0)
      .map(target => ({
        caller: finder.find(target.namespace, {}),
        target,
        ...(underPolicy.has(target) && { forPolicy: true as const }),
      }))
    return withOutsiders([...services, ...entries], resources)
  }
  const routed = virtualServices.flatMap(target => {
    const callers = new Map<string, Caller>()
    for (const { namespace, labels, anywhere } of sourcesOf(target)) {
      const caller = finder.find(namespace, labels, anywhere)
      callers.set(serviceKey(caller), caller)
    }
    return [...callers.values()].map(caller => ({ caller, target }))
  })
  const policed = [...underPolicy].map(target => ({
    caller: finder.findOther(target),
    target,
    forPolicy: true as const,
  }))
  return withOutsiders([...routed, ...policed, ...entries], resources)
}

/** The Services that DestinationRules have a policy for and that no VirtualService or HTTPRoute names. */
export function servicesUnderPolicy(resources: readonly Resource[]): ReadonlySet<ServiceResource> {
  const rules = resources.filter(({ kind, spec }) => kind === 'DestinationRule' && spec.trafficPolicy !== undefined)
  const policed = new Set(findMentions(rules).map(({ service }) => serviceKey(service)))
  if (policed.size === 0) return new Set()
  for (const { role, service } of findMentions(resources)) if (role !== 'rule') policed.delete(serviceKey(service))
  return new Set(
    resources
      .filter((resource): resource is ServiceResource => resource.kind === 'Service')
      .filter(service => policed.has(serviceKey(service)))
      .filter(({ spec }) => spec.type !== 'ExternalName' && spec.ports.length > 0),
  )
}

/** A caller that stands outside the mesh is seen beside those inside; instead of one that is only assumed, if no rule is lost. */
function withOutsiders(calls: readonly Call[], resources: readonly Resource[]): readonly Call[] {
  const outsiders = findOutsiders(resources)
  if (outsiders.length === 0) return calls
  return calls.flatMap(call => {
    const { caller, target } = call
    const here = outsiders.filter(({ namespace }) => namespace === caller.namespace)
    const stays = here.length === 0 || caller.exists || target.kind === 'VirtualService'
    return [...(stays ? [call] : []), ...here.map(caller => ({ ...call, caller }))]
  })
}

/** Workloads without a sidecar that no Service selects: nobody calls them, so they are there to call. */
function findOutsiders(resources: readonly Resource[]): readonly Caller[] {
  const workloads = resources.filter(isWorkload).filter(isWithoutSidecar)
  if (workloads.length === 0) return []
  const servicesOf = indexBySelector(resources)
  return workloads.flatMap(workload => {
    const { name, namespace } = workload
    const labels = podLabelsOf(workload)
    return servicesOf(namespace, labels).length > 0 ? [] : { name, namespace, labels, exists: true }
  })
}

/** ServiceEntries that somebody sees and of which no VirtualService names a host. */
export function unnamedEntries(
  resources: readonly Resource[],
  virtualServices: readonly VirtualServiceResource[],
): readonly ServiceEntryResource[] {
  const named = new Set(virtualServices.flatMap(({ spec }) => spec.hosts.map(host => host.toLowerCase())))
  return resources
    .filter((resource): resource is ServiceEntryResource => resource.kind === 'ServiceEntry')
    .filter(({ spec }) => spec.ports.length > 0 && !spec.exportTo.includes('~'))
    .filter(({ spec }) => !spec.hosts.some(host => named.has(host.toLowerCase())))
}

/** Whether a match's conditions on the caller hold. Istio, sourceMatchHTTP. */
export function isFromSource(match: HttpMatch, caller: Caller): boolean {
  const isThere = match.sourceNamespace === undefined || match.sourceNamespace === caller.namespace
  return isThere && hasLabels(caller.labels, match.sourceLabels)
}

interface Source {
  readonly namespace: string
  readonly labels: Labels
  /** The rule names no namespace: a workload with its labels may stand in any. */
  readonly anywhere: boolean
}

/** The plain caller first, then one for each kind of source that rules ask for. */
function sourcesOf(target: VirtualServiceResource): readonly Source[] {
  const namespace = callerNamespace(target)
  const asked = target.spec.http.flatMap(rule =>
    rule.match
      .filter(match => appliesToMesh(match.gateways))
      .filter(match => match.sourceNamespace !== undefined || Object.keys(match.sourceLabels).length > 0)
      .map(match => ({
        namespace: match.sourceNamespace ?? namespace,
        labels: match.sourceLabels,
        anywhere: match.sourceNamespace === undefined,
      })),
  )
  return [{ namespace, labels: {}, anywhere: false }, ...asked]
}

interface Candidate extends Caller {
  readonly rank: number
}

function createFinder(resources: readonly Resource[]) {
  const candidates = groupByNamespace(rankCandidates(resources))
  const taken = new Set(resources.filter(isWorkload).map(serviceKey))
  const found = new Map<string, Caller>()
  const others = new Map<string, Caller>()
  return {
    find(namespace: string, labels: Labels, anywhere = false): Caller {
      const key = JSON.stringify([namespace, labels, anywhere])
      const known =
        found.get(key) ??
        pick(candidates.get(namespace) ?? [], labels) ??
        (anywhere ? pick([...candidates.values()].flat(), labels) : undefined) ??
        invent(namespace, labels, taken)
      found.set(key, known)
      return known
    },
    /** Somebody of a Service's namespace whose pods are not the Service's own. */
    findOther({ namespace, spec }: ServiceResource): Caller {
      const isOther = ({ labels }: Caller): boolean => !hasLabels(labels, spec.selector ?? {})
      const usual = pick((candidates.get(namespace) ?? []).filter(isOther), {}) ?? this.find(namespace, {})
      if (isOther(usual)) return usual
      const known = others.get(namespace) ?? invent(namespace, {}, taken)
      others.set(namespace, known)
      return known
    },
  }
}

function pick(candidates: readonly Candidate[], labels: Labels): Caller | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (hasLabels(candidate.labels, labels) && (!best || candidate.rank < best.rank)) best = candidate
  }
  return best && { name: best.name, namespace: best.namespace, labels: best.labels, exists: true }
}

/** A caller under a name that no workload has, with the labels asked for. */
function invent(namespace: string, labels: Labels, taken: Set<string>): Caller {
  const base = Object.keys(labels).length > 0 ? 'client-with-labels' : 'client'
  let name = base
  for (let n = 2; taken.has(serviceKey({ name, namespace })); n++) name = `${base}-${n}`
  taken.add(serviceKey({ name, namespace }))
  return { name, namespace, labels: { app: name, ...labels }, exists: false }
}

const isWithoutSidecar = (workload: Parameters<typeof podLabelsOf>[0]): boolean =>
  podLabelsOf(workload)['sidecar.istio.io/inject'] === 'false'

function rankCandidates(resources: readonly Resource[]): readonly Candidate[] {
  const called = new Set<string>()
  const ruled = new Set<string>()
  for (const { role, service } of findMentions(resources)) {
    const key = serviceKey(service)
    ruled.add(key)
    if (role !== 'rule') called.add(key)
  }
  const hasRoutes = meshVirtualServices(resources).length > 0
  const servicesOf = indexBySelector(resources)
  const gateways = resources.filter(resource => resource.kind === 'Gateway')
  return resources.filter(isWorkload).flatMap(workload => {
    const { name, namespace } = workload
    const labels = podLabelsOf(workload)
    const backed = servicesOf(namespace, labels)
    if (isWithoutSidecar(workload)) return []
    // A gateway takes requests from outside; it calls nobody by itself.
    if (KUBERNETES_GATEWAY in labels || gateways.some(({ spec }) => selects(spec.selector, labels))) return []
    if (backed.some(service => called.has(serviceKey(service)))) return []
    if (workload.assumed && backed.length > 0) return []
    const looksCalled = leadingNames(name).some(leading => called.has(serviceKey({ name: leading, namespace })))
    const isCaller = CALLER_NAMES.test(name)
    if (!isCaller && (looksCalled || workload.kind === 'Pod' || (!hasRoutes && backed.length > 0))) return []
    const isRuled = backed.some(service => ruled.has(serviceKey(service)))
    return { name, namespace, labels, exists: true, rank: (isCaller ? 0 : 4) + (isRuled ? 2 : 0) + backed.length }
  })
}

/** Finds the Services that select pods with given labels, by one label of each selector. */
function indexBySelector(resources: readonly Resource[]) {
  const byLabel = new Map<string, ServiceResource[]>()
  for (const resource of resources) {
    if (resource.kind !== 'Service') continue
    const [first] = Object.entries(resource.spec.selector ?? {})
    if (!first) continue
    const key = labelKey(resource.namespace, ...first)
    const known = byLabel.get(key)
    if (known) known.push(resource)
    else byLabel.set(key, [resource])
  }
  return (namespace: string, labels: Labels): readonly ServiceResource[] =>
    Object.entries(labels).flatMap(pair =>
      (byLabel.get(labelKey(namespace, ...pair)) ?? []).filter(({ spec }) => hasLabels(labels, spec.selector ?? {})),
    )
}

const labelKey = (namespace: string, key: string, value: string): string => `${namespace}\n${key}\n${value}`

/** `a-b-c`, `a-b` and `a`: the Services that a workload of that name may stand for. */
function leadingNames(name: string): readonly string[] {
  const parts = name.split('-')
  return parts.map((_, i) => parts.slice(0, i + 1).join('-'))
}

function groupByNamespace<T extends { readonly namespace: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(item.namespace)
    if (group) group.push(item)
    else groups.set(item.namespace, [item])
  }
  return groups
}
