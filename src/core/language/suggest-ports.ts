import type { MeshService } from '../mesh/index.ts'
import type { Suggestion } from './answers.ts'
import { serviceAt } from './asking.ts'
import type { Asking } from './asking.ts'
import { textAt } from './place-at.ts'
import type { Role } from './roles.ts'

/** The ports of the Service that the place is about. */
export function suggestPorts(asking: Asking, role: Role): readonly Suggestion[] {
  return (serviceFor(asking, role)?.ports ?? []).map(({ number, name, detected }) => ({
    kind: 'port',
    label: String(number),
    insert: String(number),
    detail: name ? `${name} · ${detected}` : detected,
  }))
}

function serviceFor(asking: Asking, role: Role): MeshService | undefined {
  const { known, place } = asking
  if (role === 'host-port') return serviceAt(asking, textAt(place.resource, ['spec', 'host']))
  if (role === 'port') return serviceAt(asking, textAt(place.resource, [...place.path.slice(0, -2), 'host']))
  const beside = (key: string): string | undefined => textAt(place.resource, [...place.path.slice(0, -1), key])
  const name = beside('name')
  if (name === undefined) return undefined
  return serviceAt(asking, `${name}.${beside('namespace') ?? place.namespace}.svc.${known.mesh.settings.clusterDomain}`)
}
