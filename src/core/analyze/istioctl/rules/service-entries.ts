import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { IstioctlRule } from '../finding.ts'
import { scopesOf } from '../hosts.ts'

const EVERYWHERE = '*'

/** TCP ports without addresses. Istio, serviceentry.ProtocolAddressesAnalyzer. */
export const checkEntryAddresses: IstioctlRule = ({ cluster }) => {
  const settings = cluster.mesh.at('defaultConfig').labels('proxyMetadata')
  const isOn = (name: string): boolean => settings[name] === 'true'
  const isAllocated = isOn('ISTIO_META_DNS_AUTO_ALLOCATE') || isOn('PILOT_ENABLE_IP_AUTOALLOCATE')
  if (isOn('ISTIO_META_DNS_CAPTURE') && isAllocated) return []
  return cluster
    .items('ServiceEntry')
    .filter(({ spec, root }) => spec.list('addresses').length === 0 && root.at('status').list('addresses').length === 0)
    .flatMap(about =>
      about.spec.list('ports').flatMap((port, i) => {
        if (!['', 'TCP'].includes((port.string('protocol') ?? '').toUpperCase())) return []
        const values = { port: port.number('number') ?? 0 }
        const at = ['spec', 'ports', i]
        return { message: 'addressesRequired' as const, about, values, line: [...at, 'name'], at }
      }),
    )
}

interface Claim {
  readonly item: PlacedItem
  readonly protocol: string
}

/** One host and port with two protocols. Istio, serviceentry.ConflictingServiceEntryProtocolAnalyzer. */
export const checkEntryProtocols: IstioctlRule = ({ cluster }) => {
  const index = new Map<string, { scope: string; host: string; port: number; claims: Claim[] }>()
  for (const item of cluster.items('ServiceEntry')) {
    for (const scope of scopesOf(item.spec.strings('exportTo'), item.namespace)) {
      for (const host of item.spec.strings('hosts')) {
        for (const fields of item.spec.list('ports')) {
          const port = fields.number('number') ?? 0
          const key = keyOf(scope, host, port)
          const entry = index.get(key) ?? { scope, host, port, claims: [] }
          index.set(key, entry)
          entry.claims.push({ item, protocol: fields.string('protocol') ?? '' })
        }
      }
    }
  }
  const reported = new Set<PlacedItem>()
  return [...index.values()].flatMap(({ scope, host, port, claims }) => {
    const others = scope === EVERYWHERE ? [] : (index.get(keyOf(EVERYWHERE, host, port))?.claims ?? [])
    const all = [...claims, ...others]
    const protocols = [...new Set(all.map(({ protocol }) => protocol.toUpperCase()))].sort()
    if (protocols.length < 2) return []
    const names = [...new Set(all.map(({ item }) => fullName(item)))].sort()
    return all.flatMap(({ item: about }) => {
      if (reported.has(about)) return []
      reported.add(about)
      const values = { names: names.join(', '), host, port, protocols: protocols.map(p => p || 'none').join(', ') }
      return {
        message: 'conflictingProtocols' as const,
        about,
        values,
        line: ['metadata', 'name'],
        at: ['spec', 'ports'],
      }
    })
  })
}

const keyOf = (scope: string, host: string, port: number): string => `${scope} ${host} ${String(port)}`
