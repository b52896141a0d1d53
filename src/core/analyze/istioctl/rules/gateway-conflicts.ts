import type { Cluster } from '../../cluster/cluster.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { matches, selectorText } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { selectorMissing, selectorOf } from './gateway-pods.ts'

/** Gateways with servers, by their selectors' text. */
interface Group {
  readonly text: string
  readonly selector: Readonly<Record<string, string>>
  /** Names of Gateways, by `port bind host`. */
  readonly claims: Map<string, Set<string>>
}

/**
 * Gateways for the same host, port and pods. Selectors of which one text contains the other count as one where a pod has
 * both. Istio, gateway.ConflictingGatewayAnalyzer.
 */
export const checkGatewayConflicts: IstioctlRule = ({ cluster }) => {
  const groups = groupGateways(cluster)
  const near = createNeighbours(cluster, groups)
  return cluster.items('Gateway').flatMap((about): readonly Finding[] => {
    const selector = selectorText(selectorOf(about))
    const same = near(about)
    const servers = about.spec.list('servers')
    if (selector !== '' && same.length === 0) {
      const hasPods = cluster.hasPodsWith(selectorOf(about))
      const needless = { needless: 'It has no servers, so istioctl does not find its pods; the pods are there.' }
      return [{ ...selectorMissing(about), ...(hasPods && needless) }]
    }
    const own = fullName(about)
    return servers.flatMap((server, i) => {
      const port = server.at('port').number('number') ?? 0
      const bind = server.string('bind') ?? ''
      const hosts = server.strings('hosts')
      const others = new Set(
        same.flatMap(({ claims }) => hosts.flatMap(host => [...(claims.get(keyOf(port, bind, host)) ?? [])])),
      )
      others.delete(own)
      if (others.size === 0) return []
      const values = { others: [...others].sort().join(', '), selector, port, hosts: hosts.join(', ') }
      return { message: 'conflictingGateways' as const, about, values, at: ['spec', 'servers', i, 'hosts'] }
    })
  })
}

const keyOf = (port: number, bind: string, host: string): string => `${String(port)} ${bind} ${host}`

/** Of a Gateway's servers on one port the last one's hosts count. */
function groupGateways(cluster: Cluster): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  for (const gateway of cluster.items('Gateway')) {
    const selector = selectorOf(gateway)
    const text = selectorText(selector)
    const byPort = new Map(gateway.spec.list('servers').map(each => [each.at('port').number('number') ?? 0, each]))
    if (byPort.size === 0) continue
    const group = groups.get(text) ?? { text, selector, claims: new Map<string, Set<string>>() }
    groups.set(text, group)
    for (const [port, server] of byPort) {
      for (const host of server.strings('hosts')) {
        const key = keyOf(port, server.string('bind') ?? '', host)
        group.claims.set(key, (group.claims.get(key) ?? new Set()).add(fullName(gateway)))
      }
    }
  }
  return groups
}

function createNeighbours(cluster: Cluster, groups: ReadonlyMap<string, Group>): (of: PlacedItem) => readonly Group[] {
  const known = new Map<string, readonly Group[]>()
  return gateway => {
    const selector = selectorOf(gateway)
    const text = selectorText(selector)
    const before = known.get(text)
    if (before) return before
    const found = [...groups.values()].filter(
      other =>
        other.text === text ||
        ((other.text.includes(text) || text.includes(other.text)) &&
          cluster.podsWith(selector).some(({ labels }) => matches(labels, other.selector))),
    )
    known.set(text, found)
    return found
  }
}
