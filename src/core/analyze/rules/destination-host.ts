import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import { setScalar } from '../../yaml/index.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import type { Facts, Leg } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import { findSimilar } from '../similar-name.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.DestinationHostAnalyzer [H60]: a destination names a host that no Service has. */
export const checkDestinationHost: Rule = facts =>
  facts.legs
    .filter(({ hostname }) => !facts.mesh.services.has(hostname))
    .map(leg => {
      const { host } = leg.destination
      const elsewhere = findElsewhere(facts, leg)
      const hint = elsewhere ? ` Namespace ${elsewhere.namespace} has a Service of that name.` : ''
      return say(
        elsewhere ? MESSAGES.hostElsewhere : MESSAGES.missingHost,
        { host, namespace: leg.resource.namespace },
        {
          detail: `${ruleOfLeg(leg)} sends to ${leg.hostname}.${hint} ${fateWithoutCluster(leg)}`,
          origin: below(leg.origin, 'host'),
          fix: elsewhere ? useHost(facts, leg, elsewhere.hostname) : useSimilar(facts, leg),
        },
      )
    })

function useSimilar({ mesh, parsed }: Facts, { resource, destination, origin }: Leg): Fix | undefined {
  if (destination.host.includes('.')) return undefined
  const near = [...mesh.services.values()].filter(({ namespace }) => namespace === resource.namespace)
  const name = findSimilar(
    destination.host,
    near.map(service => service.name),
  )
  return name === undefined ? undefined : useHost({ parsed }, { origin }, name)
}

function useHost({ parsed }: Pick<Facts, 'parsed'>, { origin }: Pick<Leg, 'origin'>, host: string): Fix | undefined {
  const edit = setScalar(parsed, below(origin, 'host'), host)
  return edit && { title: `Use ${host}`, edits: [edit] }
}

/** The only Service in another namespace that a short name, or `name.namespace`, may have meant [A1]. */
function findElsewhere({ mesh }: Facts, { destination }: Leg): MeshService | undefined {
  const [name, namespace, ...more] = destination.host.split('.')
  const [service, another] = [...mesh.services.values()].filter(
    each => each.name === name && (namespace === undefined || each.namespace === namespace),
  )
  return more.length === 0 && !another ? service : undefined
}
