import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { resolveHost } from '../../mesh/index.ts'
import { addEntry } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import type { Facts, Leg } from '../facts.ts'
import { isForMesh, nameOfRule } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/**
 * A destination without a port is asked for at the port that was dialled, and its Service has no such port. Istio,
 * GetDestinationCluster at a sidecar [A56] [A57].
 */
export const checkDialledPort: Rule = facts =>
  facts.legs.flatMap(leg => {
    const service = facts.mesh.services.get(leg.hostname)
    const dialled = dialledPorts(leg, facts)
    // An ExternalName would not be helped by a port.
    const own = service?.externalName === undefined ? (service?.ports.map(({ number }) => number) ?? []) : []
    if (leg.destination.port !== undefined || !leg.hasTraffic || own.length === 0 || dialled.length === 0) return []
    if (dialled.some(port => own.includes(port))) return []
    const [only, another] = own
    const edit = only !== undefined && another === undefined ? addPort(facts.parsed, leg.origin, only) : undefined
    return say(
      MESSAGES.dialledPort,
      { host: leg.destination.host, port: dialled.join(', ') },
      {
        detail: `${nameOfRule(leg.resource, leg.ruleIndex)} names no port, so the one that was dialled is used. The Service has port ${own.join(', ')}; these requests are answered 503 NC.`,
        origin: below(leg.origin, 'host'),
        fix: edit && { title: `Use port ${String(only)}`, edits: [edit] },
      },
    )
  })

/** Ports at which callers of the leg's rule arrive; none where the hosts are no Services or the rule asks for a port itself. */
export function dialledPorts({ resource, list, ruleIndex, isMirror }: Leg, { mesh }: Facts): readonly number[] {
  const rule = resource.spec.http[ruleIndex]
  if (
    list !== 'http' ||
    isMirror ||
    !isForMesh(resource) ||
    !rule ||
    rule.match.some(match => match.port !== undefined)
  )
    return []
  const ports = resource.spec.hosts.flatMap(host => {
    const service = mesh.services.get(resolveHost(host, resource.namespace, mesh.settings.clusterDomain))
    return service?.ports.map(({ number }) => number) ?? []
  })
  return [...new Set(ports)]
}

/** A port for a destination that names none. */
export function addPort(parsed: ParsedText, destination: Origin, port: number): TextEdit | undefined {
  return addEntry(parsed, destination, 'port', { number: port }, 'host')
}
