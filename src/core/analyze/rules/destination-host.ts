import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import { setScalar } from '../../yaml/index.ts'
import { nameOfRule } from '../facts.ts'
import type { Facts, Leg } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import { findSimilar } from '../similar-name.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.DestinationHostAnalyzer [H60]: a destination names a host that no Service has. */
export const checkDestinationHost: Rule = facts =>
  facts.legs
    .filter(({ hostname }) => !facts.mesh.services.has(hostname))
    .filter(({ hostname }) => !facts.hasServiceEntries || hostname.endsWith('.svc.cluster.local'))
    .map(leg => {
      const { host } = leg.destination
      const what = leg.isMirror ? 'Copies are dropped.' : 'Its requests are answered 503 NC: Envoy has no such cluster.'
      return say(
        MESSAGES.missingHost,
        { host },
        {
          detail: `${nameOfRule(leg.resource, leg.ruleIndex)} sends to ${leg.hostname}. ${what}`,
          origin: below(leg.origin, 'host'),
          fix: useSimilar(facts, leg),
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
  const edit = name === undefined ? undefined : setScalar(parsed, below(origin, 'host'), name)
  return edit && { title: `Use ${name}`, edits: [edit] }
}
