import { below } from '../../base/origin.ts'
import { setScalar } from '../../yaml/index.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.DestinationHostAnalyzer [H61]: a destination names a port that its Service does not have. */
export const checkDestinationPort: Rule = ({ legs, mesh, parsed }) =>
  legs.flatMap(leg => {
    const { port } = leg.destination
    const service = mesh.services.get(leg.hostname)
    if (port === undefined || !service || service.ports.some(({ number }) => number === port)) return []
    const origin = below(leg.origin, 'port', 'number')
    const [only, another] = service.ports
    const edit = only && !another ? setScalar(parsed, origin, only.number) : undefined
    const ports = service.ports.map(({ number }) => number).join(', ')
    return say(
      MESSAGES.missingPort,
      { host: leg.destination.host, port },
      {
        detail: `${ruleOfLeg(leg)} sends there. The Service has port ${ports}. ${fateWithoutCluster(leg)}`,
        origin,
        fix: edit && { title: `Use port ${only?.number ?? ''}`, edits: [edit] },
      },
    )
  })
