import { toHostname } from '../core/base/ids.ts'
import type { ClusterName } from '../core/base/ids.ts'
import type { Origin } from '../core/base/origin.ts'
import { resolveHost } from '../core/mesh/index.ts'
import type { Mesh } from '../core/mesh/index.ts'
import type { DestinationRuleResource } from '../core/resources/index.ts'
import type { Decision, Router } from '../core/route/index.ts'
import { clusterParts, shortHost } from './names.ts'

/** What a route asks for and the proxy does not have, in words: `no subset v3`. */
export interface Missing {
  readonly kind:
    'refused' | 'unknown' | 'service' | 'hidden' | 'name-only' | 'port' | 'subset' | 'rule' | 'rule-elsewhere'
  readonly words: string
  /** Of the cluster asked for; absent: it is none of a Service. */
  readonly parts?: { readonly host: string; readonly port: number; readonly subset: string }
  /** The DestinationRule of the host's other clusters. */
  readonly destinationRuleOrigin?: Origin
  /** One for the host that stands where the caller does not look. */
  readonly elsewhere?: DestinationRuleResource
}

/** Why there is no such cluster, for a request that died of it. */
export function findMissing(
  decision: Decision,
  router: Router,
  namespace: string,
  mesh: Pick<Mesh, 'services' | 'destinationRules' | 'settings'>,
): Missing {
  const name = decision.leg?.cluster ?? decision.cluster
  const known = router.config.clusters.get(name as ClusterName)
  const parts = clusterParts(name)
  if (known?.refusal !== undefined) {
    const words = `Envoy does not accept it (${known.refusal})`
    return { kind: 'refused', words, ...(parts && { parts }), ...ruleOf(known.destinationRuleOrigin) }
  }
  if (!parts) return { kind: 'unknown', words: name }
  const host = shortHost(parts.host, namespace)
  const ports = new Set<number>()
  let rule: Origin | undefined
  for (const [cluster, { destinationRuleOrigin }] of router.config.clusters) {
    const other = clusterParts(cluster)
    if (other?.host !== parts.host) continue
    ports.add(other.port)
    rule ??= destinationRuleOrigin
  }
  if (ports.size === 0) {
    const entry = router.config.dns.get(parts.host)
    if (!entry) return { kind: 'service', words: `no Service ${host}`, parts }
    // It stands for the host that it names; only where Istio knows that one has it a cluster.
    const other = mesh.services.get(toHostname(parts.host))?.externalName
    return other === undefined
      ? { kind: 'hidden', words: `this proxy is not told of ${host}`, parts }
      : { kind: 'name-only', words: `${host} is but a name for ${other}`, parts }
  }
  if (!ports.has(parts.port)) return { kind: 'port', words: `${host} has no port ${String(parts.port)}`, parts }
  if (rule) return { kind: 'subset', words: `no subset ${parts.subset}`, parts, destinationRuleOrigin: rule }
  const elsewhere = findElsewhere(parts, namespace, mesh)
  if (!elsewhere) return { kind: 'rule', words: `no DestinationRule for ${host}`, parts }
  const words = `DestinationRule ${elsewhere.name} is for callers in ${elsewhere.namespace} only`
  return { kind: 'rule-elsewhere', words, parts, elsewhere }
}

/** A DestinationRule for the host in a namespace that a caller does not look in; best one with the subset. [A41] */
export function findElsewhere(
  { host, subset }: { readonly host: string; readonly subset: string },
  callerNamespace: string,
  { services, destinationRules, settings }: Pick<Mesh, 'services' | 'destinationRules' | 'settings'>,
): DestinationRuleResource | undefined {
  const looked = [callerNamespace, services.get(toHostname(host))?.namespace, settings.rootNamespace]
  const others = destinationRules.filter(
    ({ namespace, spec }) =>
      !looked.includes(namespace) && resolveHost(spec.host, namespace, settings.clusterDomain) === host,
  )
  return others.find(({ spec }) => spec.subsets.some(({ name }) => name === subset)) ?? others[0]
}

const ruleOf = (origin: Origin | undefined) => (origin ? { destinationRuleOrigin: origin } : {})
