import { below } from '../../base/origin.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import { findElsewhere, useRealHost } from '../fixes/rename-host.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.DestinationHostAnalyzer [H60]: a destination names a host that no Service has. */
export const checkDestinationHost: Rule = facts =>
  facts.legs
    .filter(({ hostname }) => !facts.mesh.services.has(hostname))
    .map(leg => {
      const { host } = leg.destination
      const elsewhere = findElsewhere(facts, host)
      const hint = elsewhere ? `; namespace ${elsewhere.namespace} has a Service of that name` : ''
      return say(
        elsewhere ? MESSAGES.hostElsewhere : MESSAGES.missingHost,
        { host, namespace: leg.resource.namespace },
        {
          detail: `${ruleOfLeg(leg)} sends to ${leg.hostname}${hint}. ${fateWithoutCluster(leg)}`,
          origin: below(leg.origin, 'host'),
          fix: useRealHost(facts, { written: host, namespace: leg.resource.namespace, hostname: leg.hostname }),
        },
      )
    })
