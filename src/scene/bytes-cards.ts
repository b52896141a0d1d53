import { below } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import type { EnvoyConfig } from '../core/envoy/index.ts'
import type { World } from '../core/pipeline/index.ts'
import type { TcpRule, TlsRule, VirtualServiceResource } from '../core/resources/index.ts'
import { connectionWords } from './condition.ts'
import { rulesId } from './ids.ts'
import { clusterParts, originKey, ruleKey, shortHost } from './names.ts'
import { isRefusedPassthrough } from './outcome.ts'
import type { Expected } from './outlook.ts'
import { fullHost, labelOf } from './rule-rows.ts'
import type { LegRow, RuleRow, RulesNode } from './stage.ts'

/**
 * Cards for connections whose bytes go on as they are: one for each VirtualService with a `tcp` or `tls` rule that takes
 * some, one for each host whose own port does.
 */
export function bytesCards(
  world: World,
  config: EnvoyConfig,
  namespace: string,
  expected: readonly Expected[],
): readonly RulesNode[] {
  const taken = expected.filter(({ decision }) => decision.outcome === 'tcp' && !isRefusedPassthrough(decision))
  if (taken.length === 0) return []
  const clusters = clustersByChain(config)
  const owners = new Map<string, VirtualServiceResource>()
  for (const resource of world.mesh.virtualServices)
    for (const { origin } of rulesOf(resource)) owners.set(originKey(origin), resource)
  const nodes = new Map<string, RulesNode>()
  for (const { decision, requestClass } of taken) {
    const owner = owners.get(ruleKey(decision.chainOrigin))
    if (owner) {
      const id = rulesId(`${owner.namespace}/${owner.name} tcp`)
      if (!nodes.has(id)) nodes.set(id, cardOfRules(id, owner, namespace, clusters))
    } else addDefault(nodes, world, decision, requestClass.request.scheme === 'https', namespace)
  }
  return [...nodes.values()]
}

interface BytesRule {
  readonly rule: TcpRule | TlsRule
  readonly origin: Origin
  readonly title: string
}

/** TLS rules are asked before TCP rules. */
function rulesOf({ origin, spec }: VirtualServiceResource): readonly BytesRule[] {
  const alone = [spec.http, spec.tcp, spec.tls].filter(rules => rules.length > 0).length === 1
  return (['tls', 'tcp'] as const).flatMap(kind =>
    spec[kind].map((rule, i) => ({
      rule,
      origin: below(origin, 'spec', kind, i),
      title: `${alone ? '' : `${kind} `}rule ${String(i + 1)}`,
    })),
  )
}

type ClustersByChain = ReadonlyMap<string, readonly string[]>

function clustersByChain(config: EnvoyConfig): ClustersByChain {
  const found = new Map<string, Set<string>>()
  for (const listener of config.listeners) {
    for (const { chain, origin } of [...(listener.chains ?? []), listener]) {
      if (chain.kind !== 'tcp') continue
      const key = ruleKey(origin)
      const names = found.get(key) ?? new Set()
      for (const name of [chain.cluster, ...(chain.clusters ?? []).map(({ cluster }) => cluster)]) names.add(name)
      found.set(key, names)
    }
  }
  return new Map([...found].map(([key, names]) => [key, [...names]]))
}

function cardOfRules(
  id: string,
  resource: VirtualServiceResource,
  namespace: string,
  clusters: ClustersByChain,
): RulesNode {
  const host = fullHost(resource.spec.hosts[0] ?? '', resource.namespace)
  const rows = rulesOf(resource).map(({ rule, origin, title }, i): RuleRow => {
    const rowId = `${id}/${title}`
    const known = clusters.get(originKey(origin))
    const total = rule.route.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
    const legs = rule.route.map(({ destination, weight }, j): LegRow => {
      const target = fullHost(destination.host, resource.namespace)
      const cluster = known?.find(name => {
        const parts = clusterParts(name)
        return parts?.host === target && parts.subset === (destination.subset ?? '')
      })
      const label = labelOf(destination, host, resource.namespace)
      return {
        id: `${rowId}/${label}${j === 0 ? '' : ` ${String(j + 1)}`}`,
        label,
        setShare: rule.route.length === 1 ? 1 : total > 0 ? (weight ?? 0) / total : 0,
        share: 0,
        tone: 'ok',
        kind: 'forward',
        origin: below(origin, 'route', j),
        ...(cluster !== undefined && { cluster }),
      }
    })
    return {
      id: rowId,
      title,
      ...(known ? connectionWords(rule, i) : { condition: 'no connection reaches it', mono: false }),
      share: 0,
      state: known ? 'live' : 'unreachable',
      why: known ? undefined : 'not for this proxy, or an earlier rule takes all of it',
      legs,
      badges: [],
      origin,
    }
  })
  return {
    kind: 'rules',
    id,
    bytes: true,
    title: shortHost(host, namespace),
    resource: resource.key,
    share: 0,
    rows,
    origin: resource.origin,
    assumed: resource.assumed?.because,
  }
}

/** Without a rule a connection goes to the host that the port belongs to, or to where it was dialled. */
function addDefault(
  nodes: Map<string, RulesNode>,
  world: World,
  decision: Expected['decision'],
  isTls: boolean,
  namespace: string,
): void {
  const parts = clusterParts(decision.cluster)
  const title = parts ? shortHost(parts.host, namespace) : 'other hosts'
  const id = rulesId(`${parts?.host ?? decision.cluster} tcp`)
  const known = nodes.get(id)
  if (known?.rows.some(row => row.legs.some(leg => leg.cluster === decision.cluster))) return
  const rowTitle = known && parts ? `default :${String(parts.port)}` : 'default'
  const leg: LegRow = {
    id: `${id}/${rowTitle}/leg`,
    label: parts ? title : 'as dialled',
    setShare: 1,
    share: 0,
    tone: 'ok',
    kind: 'forward',
    origin: undefined,
    cluster: decision.cluster,
  }
  const row: RuleRow = {
    id: `${id}/${rowTitle}`,
    title: rowTitle,
    condition: isTls ? 'TLS, passed on as it is' : 'TCP, passed on as it is',
    mono: false,
    share: 0,
    state: 'live',
    why: undefined,
    legs: [leg],
    badges: [],
    origin: decision.chainOrigin,
  }
  const service = parts && [...world.mesh.services].find(([host]) => host === parts.host)?.[1]
  nodes.set(id, {
    kind: 'rules',
    id,
    bytes: true,
    title,
    resource: undefined,
    share: 0,
    rows: [...(known?.rows ?? []), row],
    origin: service?.origin ?? decision.chainOrigin,
    assumed: service?.assumed?.because,
  })
}
