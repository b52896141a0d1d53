import { isGateway } from '../compile/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { MeshWorkload } from '../mesh/index.ts'
import type { Suggestion, SuggestionKind } from './answers.ts'
import { count, namespacesIn, servicesIn } from './asking.ts'
import type { Asking } from './asking.ts'
import { aboutService } from './suggest-hosts.ts'
import { pairsAt, textAt, textsAt } from './place-at.ts'
import { kindOf } from './kind-of.ts'

const one = (kind: SuggestionKind, label: string, detail: string, unfit = false): Suggestion => ({
  kind,
  label,
  insert: label,
  detail,
  ...(unfit && { unfit }),
})

/** Gateways that a VirtualService can be bound to; in a match, those that it is bound to. */
export function suggestGateways({ known: { mesh }, place }: Asking, isMatch: boolean): readonly Suggestion[] {
  const bound = textsAt(place.resource, ['spec', 'gateways'])
  const own = mesh.gateways.map(({ namespace, name, spec }) => {
    const label = namespace === place.namespace ? name : `${namespace}/${name}`
    const isForeign = isMatch && !bound.includes(label)
    const hosts = spec.servers.flatMap(server => server.hosts).join(', ')
    return one('gateway', label, isForeign ? 'not among spec.gateways of this VirtualService' : hosts, isForeign)
  })
  const sidecars = one('gateway', 'mesh', 'the sidecars of callers in the mesh')
  const foreign = mesh.kubernetesGateways.map(({ namespace, name }) =>
    one('gateway', `${namespace}/${name}`, 'of the Gateway API: HTTPRoutes attach to it, VirtualServices do not', true),
  )
  return [...own, sidecars, ...foreign]
}

/** What a route of the Gateway API attaches to. */
export function suggestParents({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  const beside = (key: string): string | undefined => textAt(place.resource, [...place.path.slice(0, -1), key])
  const home = beside('namespace') ?? place.namespace
  if (beside('kind') === 'Service') return servicesOf(mesh, home)
  return [
    ...mesh.kubernetesGateways.map(({ namespace, name, spec }) => {
      const isElsewhere = namespace !== home
      const about = spec.listeners.map(listener => `${listener.name} ${listener.port}`).join(', ')
      return one(
        'gateway',
        name,
        isElsewhere ? `it is in ${namespace}: write namespace: ${namespace} too` : about,
        isElsewhere,
      )
    }),
    ...mesh.gateways
      .filter(({ namespace }) => namespace === home)
      .map(({ name }) =>
        one('gateway', name, 'Istio’s own Gateway: VirtualServices are bound to it, routes are not', true),
      ),
  ]
}

export function suggestListeners({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  const beside = (key: string): string | undefined => textAt(place.resource, [...place.path.slice(0, -1), key])
  const home = beside('namespace') ?? place.namespace
  const gateway = mesh.kubernetesGateways.find(({ name, namespace }) => name === beside('name') && namespace === home)
  return (gateway?.spec.listeners ?? []).map(({ name, port, hostname }) =>
    one('name', name, [String(port), hostname].filter(Boolean).join(' · ')),
  )
}

/** Services by name, for backends; those of other namespaces are named with theirs. */
export function suggestServices({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  const beside = textAt(place.resource, [...place.path.slice(0, -1), 'namespace'])
  return servicesOf(mesh, beside ?? place.namespace)
}

function servicesOf(mesh: Asking['known']['mesh'], home: string): readonly Suggestion[] {
  return servicesIn(mesh)
    .filter(({ registry }) => registry === 'Kubernetes')
    .map(service => {
      const { name, namespace } = service
      const isElsewhere = namespace !== home
      return one(
        'host',
        name,
        isElsewhere ? `it is in ${namespace}: write namespace: ${namespace} too` : aboutService(service),
        isElsewhere,
      )
    })
    .sort((a, b) => Number(a.unfit ?? false) - Number(b.unfit ?? false))
}

/** Namespaces; where something is exported to, also the signs for sets of them. */
export function suggestNamespaces(asking: Asking, isExport: boolean): readonly Suggestion[] {
  const { resources } = asking.known
  const signs = isExport
    ? [
        { ...one('namespace', '.', 'this namespace alone'), insert: '"."' },
        { ...one('namespace', '*', 'every namespace'), insert: '"*"' },
      ]
    : []
  const own = namespacesIn(asking).map(name => {
    const held = resources.filter(({ namespace }) => namespace === name).length
    return one('namespace', name, held === 0 ? 'Namespace' : count(held, 'resource'))
  })
  return [...signs, ...own]
}

/** TLS Secrets where a gateway's pods look for them: in their own namespace. */
export function suggestSecrets({ known: { mesh, resources }, place }: Asking): readonly Suggestion[] {
  const selector = place.kind === 'Gateway' ? pairsAt(place.resource, ['spec', 'selector']) : undefined
  const serving =
    selector && mesh.workloads.filter(workload => isGateway(mesh, workload) && hasLabels(workload.labels, selector))
  const homes = new Set(serving?.length ? serving.map(({ namespace }) => namespace) : [place.namespace])
  return resources.flatMap(resource => {
    if (kindOf(resource) !== 'Secret') return []
    const { name, namespace } = resource
    const isElsewhere = !homes.has(namespace)
    const detail = isElsewhere ? `in ${namespace}; proxies look in ${[...homes].join(', ')}` : `Secret in ${namespace}`
    return one('name', name, detail, isElsewhere)
  })
}

/** VirtualServices that rules can be left to: those without hosts. */
export function suggestDelegates({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  const home = textAt(place.resource, [...place.path.slice(0, -1), 'namespace']) ?? place.namespace
  return mesh.virtualServices
    .filter(({ namespace, origin }) => namespace === home && origin.documentId !== place.documentId)
    .map(({ name, spec }) => {
      const isRoot = spec.hosts.length > 0
      return one(
        'name',
        name,
        isRoot ? 'it has hosts of its own: only one without can be a delegate' : count(spec.http.length, 'rule'),
        isRoot,
      )
    })
}

/** Who calls, or is called, in a Scenario. */
export function suggestWorkloads(
  { known: { mesh }, place }: Asking,
  role: 'workload' | 'pod' | 'gateway-workload',
): readonly Suggestion[] {
  const wanted = mesh.workloads.filter(
    workload => workload.assumed === undefined && (role !== 'gateway-workload' || isGateway(mesh, workload)),
  )
  const named = (name: string, { namespace }: MeshWorkload): string =>
    namespace === place.namespace ? name : `${name}.${namespace}`
  return [
    ...wanted.map(workload =>
      one('name', named(workload.name, workload), `${workload.kind} · ${count(workload.pods.length, 'pod')}`),
    ),
    ...(role === 'pod' ? wanted : []).flatMap(workload =>
      workload.pods
        .filter(pod => pod.name !== workload.name)
        .map(pod => one('name', named(pod.name, workload), `pod of ${workload.name}`)),
    ),
  ]
}

/** Documents that a Scenario's step applies or deletes. */
export function suggestDocuments({ known: { resources }, place }: Asking): readonly Suggestion[] {
  return resources
    .filter(({ kind, name }) => kind !== 'Scenario' && name !== '')
    .map(resource => {
      const kind = kindOf(resource) === 'KubernetesGateway' ? 'Gateway' : kindOf(resource)
      const isHome = resource.namespace === place.namespace || resource.namespace === ''
      return one('name', `${kind}/${resource.name}${isHome ? '' : `.${resource.namespace}`}`, resource.namespace)
    })
}

/** Addresses that an application of the place's namespace could call. */
export function suggestUrls({ known: { mesh }, place }: Asking): readonly Suggestion[] {
  return servicesIn(mesh).flatMap(service => {
    const { name, namespace, hostname, registry, ports } = service
    const short = namespace === place.namespace ? name : `${name}.${namespace}`
    return ports.map(({ number }) =>
      one(
        'host',
        `http://${registry === 'Kubernetes' ? short : hostname}${number === 80 ? '' : `:${number}`}/`,
        aboutService(service),
      ),
    )
  })
}
