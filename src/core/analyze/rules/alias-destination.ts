import type { Fix } from '../../base/diagnostic.ts'
import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import { setScalar } from '../../yaml/index.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import type { Facts, Leg } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { addPort, dialledPorts } from './dialled-port.ts'

/**
 * A destination that is an ExternalName. It has no cluster of its own: its target's is meant, which there must be, and at a
 * sidecar only where the ExternalName has the port that was dialled. Istio, GetDestinationCluster [A57] [A67].
 */
export const checkAliasDestination: Rule = facts =>
  facts.legs.flatMap(leg => {
    const alias = facts.mesh.services.get(leg.hostname)
    if (alias?.externalName === undefined || !leg.hasTraffic) return []
    const named = facts.mesh.services.get(alias.externalName as Hostname)
    const target = named?.externalName === undefined ? named : undefined
    const dialled = dialledPorts(leg, facts)
    const isFound = dialled.length === 0 || alias.ports.some(({ number }) => dialled.includes(number))
    const wanted = leg.destination.port === undefined ? dialled : [leg.destination.port]
    const isServed = wanted.length === 0 || target?.ports.some(({ number }) => wanted.includes(number))
    if (target && isFound && isServed) return []
    const why = !target
      ? `nothing in the mesh has host ${alias.externalName}: it needs a ServiceEntry`
      : isFound
        ? `its target has port ${target.ports.map(({ number }) => number).join(', ')}, not ${wanted.join(', ')}`
        : `istiod looks it up by the port that was dialled, ${dialled.join(', ')}, and it has none such`
    return say(
      MESSAGES.aliasDestination,
      { host: leg.destination.host, target: alias.externalName },
      {
        detail: `${ruleOfLeg(leg)} sends to an ExternalName; ${why}. ${fateWithoutCluster(leg)}`,
        origin: below(leg.origin, 'host'),
        fix: target && useTarget(facts, leg, target),
      },
    )
  })

/** The target itself, and its port where none is named and it has only one. */
function useTarget({ parsed }: Facts, { destination, origin }: Leg, { hostname, ports }: MeshService): Fix | undefined {
  const host = setScalar(parsed, below(origin, 'host'), hostname)
  const [only, another] = ports
  if (!host) return undefined
  if (destination.port !== undefined)
    return ports.some(({ number }) => number === destination.port)
      ? { title: `Use ${hostname}`, edits: [host] }
      : undefined
  if (!only || another) return undefined
  const port = addPort(parsed, origin, only.number)
  return { title: `Use ${hostname}`, edits: port ? [host, port] : [host] }
}
