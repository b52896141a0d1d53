import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Hostname } from '../base/ids.ts'
import { resolveHost } from '../mesh/index.ts'
import type { HttpRule, VirtualServiceResource } from '../resources/index.ts'

/** A VirtualService with full host names, and rules that know where they were written. */
export interface BoundVirtualService {
  readonly resource: VirtualServiceResource
  readonly hosts: readonly Hostname[]
  readonly rules: readonly BoundRule[]
}

export interface BoundRule {
  readonly rule: HttpRule
  /** The namespace in which the rule's short host names are looked up: a delegate's own [A2]. */
  readonly namespace: string
  readonly origin: Origin
  /** One for each of the rule's matches. */
  readonly matchOrigins: readonly Origin[]
}

/** Resolves a VirtualService's hosts. Istio, ResolveVirtualServiceShortnames [A2]. */
export function bindVirtualService(resource: VirtualServiceResource, clusterDomain: string): BoundVirtualService {
  return {
    resource,
    hosts: resource.spec.hosts.map(host => resolveHost(host, resource.namespace, clusterDomain)),
    rules: resource.spec.http.map((rule, i) => bindRule(rule, resource, i)),
  }
}

/** The i-th rule of a VirtualService. */
export function bindRule(rule: HttpRule, resource: VirtualServiceResource, i: number): BoundRule {
  const origin = below(resource.origin, 'spec', 'http', i)
  return {
    rule,
    namespace: resource.namespace,
    origin,
    matchOrigins: rule.match.map((_, j) => below(origin, 'match', j)),
  }
}
