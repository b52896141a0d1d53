import { resolveHost } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { Suggestion } from './answers.ts'
import { count, hostFor, isAtPlace, keyOfService, namespacesIn, servicesIn, some } from './asking.ts'
import type { Asking } from './asking.ts'
import { findServicesHiddenFrom, resolveGatewayName } from '../compile/index.ts'
import { namesOf } from './occurrences.ts'
import { textsAt } from './place-at.ts'
import type { Role } from './roles.ts'

/** Hosts as the place's namespace writes them; those that it cannot see stand last, with the reason. */
export function suggestHosts(asking: Asking, role: Role): readonly Suggestion[] {
  if (role === 'imported-host') return suggestImports(asking)
  const { known, place } = asking
  const hidden = new Map(findServicesHiddenFrom(known.mesh, place.namespace).map(one => [one.resource.key, one]))
  // What rules send to has a cluster even where a Sidecar does not import it [A30].
  const counts = role === 'destination' ? ['notExported', 'sameHost'] : ['notExported', 'sameHost', 'notImported']
  const services = servicesIn(known.mesh).map(service => {
    const isFull = place.before.includes('.') || role === 'full-host'
    const label = isFull ? service.hostname : hostFor(service, place.namespace)
    const because = hidden.get(keyOfService(service))
    const unfit = because !== undefined && counts.includes(because.reason)
    const detail = unfit ? because.because : `${kindOfService(service)} · ${aboutService(service)}`
    return { kind: 'host', label, insert: label, detail, more: moreAbout(service), unfit } as const
  })
  return [
    ...ownFirst(services, asking),
    ...(role === 'own-host' ? hostsOfGateways(asking) : []),
    ...hostsNamed(asking, role),
  ]
}

export const kindOfService = ({ registry }: MeshService): string => (registry === 'Kubernetes' ? 'Service' : registry)

/** `9080 http · 3 pods`. */
export function aboutService({ registry, ports, pods, externalEndpoints, externalName }: MeshService): string {
  const words = ports.map(({ number, name }) => (name ? `${number} ${name}` : String(number)))
  const behind = pods.length + externalEndpoints.length
  const isOutside = registry === 'ServiceEntry' && behind === 0
  return [some(words, 2), externalName ?? (isOutside ? '' : count(behind, 'pod'))].filter(Boolean).join(' · ')
}

function moreAbout(service: MeshService): string {
  const { name, namespace, hostname, ports } = service
  const list = ports.map(({ number, name: port, detected }) => `- ${number} ${port} (${detected})`).join('\n')
  return `${kindOfService(service)} \`${namespace}/${name}\`\n\n\`${hostname}\`${list ? `\n\n${list}` : ''}`
}

/** Names without a dot are at home. */
function ownFirst(suggestions: readonly Suggestion[], { place }: Asking): readonly Suggestion[] {
  const isOwn = ({ label }: Suggestion): boolean => !label.includes('.') || label.includes(`.${place.namespace}.svc.`)
  return [...suggestions.filter(isOwn), ...suggestions.filter(one => !isOwn(one))]
}

/** Hosts that the gateways which the VirtualService names take requests for. */
function hostsOfGateways({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  const named = textsAt(place.resource, ['spec', 'gateways']).map(name => resolveGatewayName(name, place.namespace))
  return mesh.gateways
    .filter(({ namespace, name }) => named.includes(`${namespace}/${name}`))
    .flatMap(({ namespace, name, spec }) =>
      spec.servers.flatMap(({ hosts }) =>
        hosts.map(host => {
          const label = host.slice(host.indexOf('/') + 1)
          return { kind: 'host', label, insert: quoted(label), detail: `Gateway ${namespace}/${name}` } as const
        }),
      ),
    )
}

/** Hosts that other places of the text name, although nothing in it has them. */
function hostsNamed(asking: Asking, role: Role): readonly Suggestion[] {
  const { known, place } = asking
  const { mesh } = known
  const suffix = `.${place.namespace}.svc.${mesh.settings.clusterDomain}`
  const suggestions: Suggestion[] = []
  for (const [meaning, occurrences] of namesOf(known).byMeaning) {
    const host = meaning.startsWith('host ') ? meaning.slice('host '.length) : ''
    const service = mesh.services.get(resolveHost(host, place.namespace, mesh.settings.clusterDomain))
    if (host === '' || (service && !service.assumed) || (role === 'destination' && host.includes('*'))) continue
    const [other] = occurrences.filter(one => !isAtPlace(asking, one) && one.role !== 'url')
    if (!other) continue
    const label = host.endsWith(suffix) ? host.slice(0, -suffix.length) : host
    const detail = `named in ${other.resource.kind} ${other.resource.name}; no Service here`
    suggestions.push({ kind: 'host', label, insert: quoted(label), detail })
  }
  return suggestions
}

function suggestImports(asking: Asking): readonly Suggestion[] {
  const { known, place } = asking
  const one = (label: string, detail: string): Suggestion => ({ kind: 'host', label, insert: quoted(label), detail })
  return [
    one('./*', `everything of namespace ${place.namespace}`),
    one('*/*', 'everything of every namespace'),
    ...namespacesIn(asking).map(namespace => one(`${namespace}/*`, `everything of namespace ${namespace}`)),
    ...servicesIn(known.mesh).map(service => {
      const home = service.namespace === place.namespace ? '.' : service.namespace
      return { ...one(`${home}/${service.hostname}`, aboutService(service)), more: moreAbout(service) }
    }),
  ]
}

/** A star at the start would be an alias. */
const quoted = (host: string): string => (host.startsWith('*') ? `"${host}"` : host)
