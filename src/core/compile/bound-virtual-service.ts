import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { Hostname } from '../base/ids.ts'
import type { VirtualHostSource } from '../envoy/index.ts'
import { resolveHost } from '../mesh/index.ts'
import { resolveGatewayName } from './gateway/gateway-name.ts'
import type { HttpRule, VirtualServiceResource } from '../resources/index.ts'

/** A VirtualService with full host names, and rules that know where they were written. */
export interface BoundVirtualService {
  readonly resource: VirtualServiceResource
  readonly hosts: readonly Hostname[]
  readonly rules: readonly BoundRule[]
  /** It comes from an HTTPRoute: its hosts are imported and claimed by other rules. */
  readonly isGatewayApi?: boolean
  /** What its virtual hosts are said to come from; absent: the VirtualService. */
  readonly source?: VirtualHostSource
}

export interface BoundRule {
  readonly rule: HttpRule
  /** The namespace in which the rule's short host names are looked up: a delegate's own [A2]. */
  readonly namespace: string
  /** The VirtualService that holds it: a delegate's own name; absent for an HTTPRoute's. */
  readonly heldBy?: string
  readonly origin: Origin
  /** One for each of the rule's matches. */
  readonly matchOrigins: readonly Origin[]
  /** Its paths match by segment and its missing clusters answer 500: it comes from an HTTPRoute. */
  readonly isGatewayApi?: boolean
  /** Where its destinations and mirrors are written; absent: `route[i]` and each mirror's own path. */
  readonly legOrigins?: readonly Origin[]
  readonly mirrorOrigins?: readonly Origin[]
  /** Where its match's parts are written, below the match; absent: as in a VirtualService. */
  readonly fieldPaths?: FieldPaths
}

/** By the VirtualService's path of a field (`uri`, `headers/x-user`), the path in the text. */
export type FieldPaths = ReadonlyMap<string, Path>

/** Resolves a VirtualService's hosts. Istio, ResolveVirtualServiceShortnames [A2]. */
export function bindVirtualService(resource: VirtualServiceResource, clusterDomain: string): BoundVirtualService {
  return {
    resource,
    hosts: resource.spec.hosts.map(host => resolveHost(host, resource.namespace, clusterDomain)),
    rules: resource.spec.http.map((rule, i) => bindRule(rule, resource, i)),
  }
}

/** Its rules as traces name them. */
export function namedRules({ resource, rules }: BoundVirtualService): VirtualHostSource['rules'] {
  return rules.map(({ rule, origin, heldBy = resource.name }) => ({
    name: rule.name ?? '',
    origin,
    ...(heldBy !== resource.name && { of: heldBy }),
  }))
}

/** The i-th rule of a VirtualService. */
export function bindRule(rule: HttpRule, resource: VirtualServiceResource, i: number): BoundRule {
  const origin = below(resource.origin, 'spec', 'http', i)
  return {
    rule: resolveGateways(rule, resource.namespace),
    namespace: resource.namespace,
    heldBy: resource.name,
    origin,
    matchOrigins: rule.match.map((_, j) => below(origin, 'match', j)),
  }
}

/** Gateways that its matches name are those of the resource's own namespace where they name none [A3]. */
function resolveGateways(rule: HttpRule, namespace: string): HttpRule {
  if (rule.match.every(({ gateways }) => gateways.length === 0)) return rule
  const match = rule.match.map(each => ({
    ...each,
    gateways: each.gateways.map(name => resolveGatewayName(name, namespace)),
  }))
  return { ...rule, match }
}
