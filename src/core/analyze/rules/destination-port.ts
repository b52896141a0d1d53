import { below } from '../../base/origin.ts'
import type { MeshServicePort } from '../../mesh/index.ts'
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
    const fixes = nearest(service.ports, port).flatMap(({ number }) => {
      const edit = setScalar(parsed, origin, number)
      return edit ? { title: `Use port ${String(number)}`, edits: [edit] } : []
    })
    const ports = service.ports.map(({ number }) => number).join(', ')
    return say(
      MESSAGES.missingPort,
      { host: leg.destination.host, port },
      {
        detail: `${ruleOfLeg(leg)} sends there; the Service has ${service.ports.length === 1 ? 'port' : 'ports'} ${ports}. ${fateWithoutCluster(leg)}`,
        origin,
        fix: fixes[0],
        otherFixes: fixes.slice(1),
      },
    )
  })

/** The nearest number first. */
function nearest(ports: readonly MeshServicePort[], wanted: number): readonly MeshServicePort[] {
  const far = ({ number }: MeshServicePort): number => Math.abs(number - wanted)
  return [...ports].sort((a, b) => far(a) - far(b)).slice(0, MOST_OFFERED)
}

const MOST_OFFERED = 4
