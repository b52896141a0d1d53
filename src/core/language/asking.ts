import { toResourceKey } from '../base/ids.ts'
import type { DocumentId, ResourceKey } from '../base/ids.ts'
import { resolveHost } from '../mesh/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'
import { documentOf } from '../yaml/index.ts'
import type { Knowledge } from './knowledge.ts'
import type { Occurrence } from './occurrences.ts'
import type { Place } from './place-at.ts'

/** A question at a place. */
export interface Asking {
  readonly known: Knowledge
  readonly place: Place
}

/** The services that the text holds: those that were assumed from half a word are none. */
export function servicesIn({ services, sameHostServices }: Mesh): readonly MeshService[] {
  return [...services.values(), ...sameHostServices].filter(({ assumed }) => assumed === undefined)
}

/** A service as a resource of a namespace calls it: the short name works at home only. */
export function hostFor(
  service: Pick<MeshService, 'registry' | 'namespace' | 'name' | 'hostname'>,
  namespace: string,
): string {
  return service.registry === 'Kubernetes' && service.namespace === namespace ? service.name : service.hostname
}

/** The service that a host means at the place. */
export function serviceAt({ known: { mesh }, place }: Asking, host: string | undefined): MeshService | undefined {
  if (host === undefined) return undefined
  return mesh.services.get(resolveHost(host, place.namespace, mesh.settings.clusterDomain))
}

export const keyOfService = ({ registry, namespace, name }: MeshService): ResourceKey =>
  toResourceKey(registry === 'Kubernetes' ? 'Service' : 'ServiceEntry', namespace, name)

/** Whether a name is the one that is being written. */
export function isAtPlace({ known: { parsed }, place }: Asking, { documentId, value }: Occurrence): boolean {
  const start = documentOf(parsed, documentId)?.start ?? 0
  return (
    documentId === place.documentId && start + value.start <= place.word.end && place.word.start <= start + value.end
  )
}

/** The namespaces that the text knows, but for one that only the document of the place is in. */
export function namespacesIn({ known: { mesh, resources }, place }: Asking): readonly string[] {
  const isOwn = (documentId: DocumentId): boolean => documentId === place.documentId
  const named = resources.flatMap(({ namespace, origin }) =>
    namespace === '' || isOwn(origin.documentId) ? [] : namespace,
  )
  return [...new Set([...mesh.namespaceLabels.keys(), ...named])].sort()
}

/** `1 pod`, `3 pods`. */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

/** Some names and how many more: `a, b and 3 more`. */
export function some(names: readonly string[], most = 3): string {
  const rest = names.length - most
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ')
}

export const pairs = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')
