import { toHostname, toResourceKey } from '../base/ids.ts'
import type { Path } from '../base/origin.ts'
import { resolveGatewayName } from '../compile/index.ts'
import { resolveHost } from '../mesh/index.ts'
import type { YamlNode } from '../yaml/index.ts'
import { textAt } from './place-at.ts'
import type { Role } from './roles.ts'

/** What a name may stand for: `host …`, `subset … of …` or a resource's key. */
export type Meaning = string

/** A part of a text that names something; of several meanings the first that exists counts. */
export interface NameIn {
  readonly meanings: readonly Meaning[]
  /** Where in the value it stands, and what it says there. */
  readonly from: number
  readonly name: string
  readonly isDefinition: boolean
}

/** The resource that a value stands in. */
export interface Home {
  readonly kind: string
  readonly namespace: string
  readonly node: YamlNode
  readonly clusterDomain: string
}

export const hostMeaning = (host: string): Meaning => `host ${host}`
export const subsetMeaning = (subset: string, host: string): Meaning => `subset ${subset} of ${host}`
/** What `subsetMeaning` is made of. */
export function readSubset(meaning: Meaning): { readonly name: string; readonly host: string } | undefined {
  const [kind, name = '', of, host = ''] = meaning.split(' ')
  return kind === 'subset' && of === 'of' ? { name, host } : undefined
}

export const resourceMeaning = (kind: string, namespace: string, name: string): Meaning =>
  toResourceKey(kind, namespace, name)

export const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod'] as const

/** The names in the text at a path of a resource. */
export function namesIn(role: Role, value: string, path: Path, home: Home): readonly NameIn[] {
  const { namespace, clusterDomain } = home
  const whole = (...meanings: readonly Meaning[]): readonly NameIn[] => [use(meanings, 0, value)]
  switch (role) {
    case 'host':
    case 'destination':
    case 'own-host':
      return [hostName(value, 0, namespace, clusterDomain)]
    case 'full-host':
    case 'imported-host': {
      const from = value.indexOf('/') + 1
      return value.slice(from).includes('.') ? [hostName(value.slice(from), from, namespace, clusterDomain)] : []
    }
    case 'defined-host':
      return [{ ...hostName(value, 0, namespace, clusterDomain), isDefinition: true }]
    case 'service': {
      const kind = textAt(home.node, [...path.slice(0, -1), 'kind']) ?? 'Service'
      const own = textAt(home.node, [...path.slice(0, -1), 'namespace']) ?? namespace
      return kind === 'Service' ? whole(hostMeaning(`${value}.${own}.svc.${clusterDomain}`)) : []
    }
    case 'url':
      return namesInUrl(value, home)
    case 'subset': {
      const host =
        textAt(home.node, [...path.slice(0, -1), 'host']) ?? textAt(home.node, [...path.slice(0, -1), 'service'])
      return host === undefined ? [] : whole(subsetMeaning(value, resolveHost(host, namespace, clusterDomain)))
    }
    case 'defined-subset': {
      const host = textAt(home.node, ['spec', 'host'])
      if (host === undefined) return []
      const meaning = subsetMeaning(value, resolveHost(host, namespace, clusterDomain))
      return [{ ...use([meaning], 0, value), isDefinition: true }]
    }
    case 'gateway':
    case 'own-gateway':
      return gatewayName(value, namespace)
    case 'parent': {
      const beside = (key: string): string | undefined => textAt(home.node, [...path.slice(0, -1), key])
      const own = beside('namespace') ?? namespace
      const kind = beside('kind') ?? 'Gateway'
      if (kind === 'Service') return whole(hostMeaning(`${value}.${own}.svc.${clusterDomain}`))
      return kind === 'Gateway' ? whole(resourceMeaning('KubernetesGateway', own, value)) : []
    }
    case 'delegate': {
      const own = textAt(home.node, [...path.slice(0, -1), 'namespace']) ?? namespace
      return whole(resourceMeaning('VirtualService', own, value))
    }
    case 'namespace':
      return whole(resourceMeaning('Namespace', '', value))
    case 'export':
      return ['.', '*', '~'].includes(value) ? [] : whole(resourceMeaning('Namespace', '', value))
    case 'secret':
      return whole(resourceMeaning('Secret', namespace, value))
    case 'workload':
    case 'gateway-workload':
    case 'pod':
      if (value.includes('/')) return documentName(value, namespace, clusterDomain)
      return [workloadName(value, namespace, role === 'pod')]
    case 'document':
      return documentName(value, namespace, clusterDomain)
    case 'name':
      return [definition(value, home)]
    case 'listener':
    case 'retry-condition':
    case 'port':
    case 'host-port':
    case 'service-port':
    case 'host-labels':
    case 'namespace-labels':
    case 'labels':
      return []
  }
}

const use = (meanings: readonly Meaning[], from: number, name: string): NameIn => ({
  meanings,
  from,
  name,
  isDefinition: false,
})

/** Of a Service's full host the first label is its name. */
function hostName(value: string, from: number, namespace: string, clusterDomain: string): NameIn {
  const host = resolveHost(value, namespace, clusterDomain)
  const isService = host.endsWith(`.svc.${clusterDomain}`) && !host.startsWith('*')
  return use([hostMeaning(host)], from, isService ? (value.split('.')[0] ?? value) : value)
}

/** An application looks names up from its own namespace: `reviews`, `reviews.shop`, `reviews.shop.svc…`. */
function namesInUrl(value: string, { node, namespace, clusterDomain }: Home): readonly NameIn[] {
  const found = /^([a-z]+:\/\/)([\w.-]+)/i.exec(value)
  const [, scheme = '', host = ''] = found ?? []
  if (!found) return []
  const full = toHostname(completeHost(host, textAt(node, ['metadata', 'namespace']) ?? namespace, clusterDomain))
  const isService = full.endsWith(`.svc.${clusterDomain}`)
  return [use([hostMeaning(full), hostMeaning(host)], scheme.length, isService ? (host.split('.')[0] ?? host) : host)]
}

function completeHost(host: string, namespace: string, clusterDomain: string): string {
  const [name = '', own = namespace, svc, ...rest] = host.split('.')
  const isShort = svc === undefined || (svc === 'svc' && (rest.length === 0 || rest.join('.') === clusterDomain))
  return isShort ? `${name}.${own}.svc.${clusterDomain}` : host
}

function gatewayName(value: string, namespace: string): readonly NameIn[] {
  if (value === 'mesh') return []
  const [own = '', name = ''] = resolveGatewayName(value, namespace).split('/')
  const from = value.includes('/') ? value.indexOf('/') + 1 : 0
  return [use([resourceMeaning('Gateway', own, name), resourceMeaning('KubernetesGateway', own, name)], from, name)]
}

/** `reviews-v1`, `reviews-v1.shop`; a pod's name begins with its workload's. */
function workloadName(value: string, namespace: string, isPod: boolean): NameIn {
  const readings = readingsOf(value, namespace)
  const meanings = readings.flatMap(({ name, own }) => WORKLOAD_KINDS.map(kind => resourceMeaning(kind, own, name)))
  const dot = value.lastIndexOf('.')
  const pod = isPod ? /^(.+?)-\d+(?:\.|$)/.exec(value)?.[1] : undefined
  const ofPod = (own: string): readonly Meaning[] => WORKLOAD_KINDS.map(kind => resourceMeaning(kind, own, pod ?? ''))
  if (pod === undefined) return use(meanings, 0, value)
  return use([...meanings, ...ofPod(namespace), ...(dot < 0 ? [] : ofPod(value.slice(dot + 1)))], 0, value)
}

/** `Kind/name`, `Kind/name.namespace`; kinds in any case. */
function documentName(value: string, namespace: string, clusterDomain: string): readonly NameIn[] {
  const slash = value.indexOf('/')
  if (slash < 0) return []
  const kind = KINDS.get(value.slice(0, slash).toLowerCase()) ?? value.slice(0, slash)
  const rest = value.slice(slash + 1)
  const meanings = readingsOf(rest, namespace).flatMap(({ name, own }) => {
    if (kind === 'Service') return hostMeaning(`${name}.${own}.svc.${clusterDomain}`)
    if (kind === 'Namespace') return resourceMeaning('Namespace', '', name)
    const kinds = kind === 'Gateway' ? ['Gateway', 'KubernetesGateway'] : [kind]
    return kinds.map(one => resourceMeaning(one, own, name))
  })
  return [use(meanings, slash + 1, rest)]
}

const KINDS = new Map(
  [...WORKLOAD_KINDS, 'Service', 'Namespace', 'Gateway', 'VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar']
    .concat(['HTTPRoute', 'PeerAuthentication', 'AuthorizationPolicy', 'EnvoyFilter', 'WorkloadEntry'])
    .map(kind => [kind.toLowerCase(), kind]),
)

/** Names may have dots of their own, so that the whole is tried first. */
function readingsOf(value: string, namespace: string): readonly { readonly name: string; readonly own: string }[] {
  const dot = value.lastIndexOf('.')
  const plain = { name: value, own: namespace }
  return dot <= 0 ? [plain] : [plain, { name: value.slice(0, dot), own: value.slice(dot + 1) }]
}

function definition(value: string, { kind, namespace, clusterDomain }: Home): NameIn {
  const meaning =
    kind === 'Service'
      ? hostMeaning(`${value}.${namespace}.svc.${clusterDomain}`)
      : resourceMeaning(kind, kind === 'Namespace' ? '' : namespace, value)
  return { ...use([meaning], 0, value), isDefinition: true }
}
