import { detectProtocol } from '../../../mesh/index.ts'
import type { Labels, Reader } from '../../../resources/index.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { templateOf } from '../../cluster/pods.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { isInMesh } from '../in-mesh.ts'

const MANAGED = ['istio.io-gateway-controller', 'istio.io-mesh-controller', 'istio.io-eastwest-controller']

/** Istio, util.IsIstioControlPlane. */
export const isControlPlane = ({ labels }: { readonly labels: Labels }): boolean =>
  'istio' in labels || labels['release'] === 'istio'

/** Ports whose name does not say what they speak. Istio, service.PortNameAnalyzer. */
export const checkPortNames: IstioctlRule = ({ cluster }) =>
  cluster
    .items('Service')
    .filter(item => !isControlPlane(item) && !MANAGED.includes(item.labels['gateway.istio.io/managed'] ?? ''))
    .flatMap(about => {
      const isExternal = about.spec.string('type') === 'ExternalName'
      return about.spec.list('ports').flatMap((fields, i) => {
        const port = fields.number('port') ?? 0
        const portName = fields.string('name') ?? ''
        if (isNamed(fields, port, portName) && !(isExternal && portName === 'tcp')) return []
        const targetPort = fields.string('targetPort') ?? fields.number('targetPort') ?? port
        const line = ['spec', 'ports', i, 'port']
        const message = isExternal ? ('externalNamePort' as const) : ('portName' as const)
        return { message, about, values: { portName, port, targetPort }, line, at: ['spec', 'ports', i] }
      })
    })

/** Istio, kube.ConvertProtocol. */
function isNamed(fields: Reader, number: number, name: string): boolean {
  const said = fields.string('appProtocol')
  const protocol = fields.string('protocol') === 'UDP' ? ('UDP' as const) : ('TCP' as const)
  const isOfKubernetes = said?.startsWith('kubernetes.io/') ?? false
  const appProtocol = isOfKubernetes ? said : undefined
  return detectProtocol({ name: said ?? name, number, protocol, appProtocol }) !== 'auto'
}

/** Services of one Deployment that do not fit together. Istio, deployment.ServiceAssociationAnalyzer. */
export const checkAssociations: IstioctlRule = ({ cluster }) =>
  cluster.items('Deployment').flatMap((about): readonly Finding[] => {
    const { labels, annotations, containers } = templateOf(about)
    if (!isInMesh({ labels, annotations, containers }, about.namespace, cluster)) return []
    const services = cluster.servicesOf(labels, about.namespace)
    const ports = services.flatMap(portsOf)
    if (ports.length < 2) return []
    return [...twoProtocols(about, ports), ...oneTarget(about, ports)]
  })

interface NamedPort {
  readonly service: string
  readonly port: number
  readonly protocol: string
  readonly target: string
}

function portsOf(service: PlacedItem): readonly NamedPort[] {
  return service.spec.list('ports').map(fields => {
    const port = fields.number('port') ?? 0
    const target = fields.string('targetPort') ?? fields.number('targetPort') ?? port
    return {
      service: fullName(service),
      port,
      protocol: fields.string('protocol') ?? 'TCP',
      target: String(target || port),
    }
  })
}

const LINE = { line: ['metadata', 'name'] }

function twoProtocols(about: PlacedItem, ports: readonly NamedPort[]): readonly Finding[] {
  return [...groupBy(ports, ({ port }) => String(port))].flatMap(([port, group]) => {
    if (new Set(group.map(({ protocol }) => protocol)).size < 2) return []
    const names = group.map(({ service }) => service)
    const values = { deployment: about.name, port, services: names.join(' ') }
    return { message: 'twoProtocolsOnePort' as const, about, values, ...LINE, ...againstItself(names, 'TCP and UDP') }
  })
}

/** Of ports of the same number the last Service counts. */
function oneTarget(about: PlacedItem, ports: readonly NamedPort[]): readonly Finding[] {
  return [...groupBy(ports, ({ target }) => target)].flatMap(([targetPort, group]) => {
    const byPort = new Map(group.map(({ port, service }) => [port, service]))
    if (byPort.size < 2) return []
    const names = [...byPort.values()]
    const values = {
      deployment: about.name,
      services: names.join(' '),
      targetPort,
      ports: [...byPort.keys()].join(' '),
    }
    return {
      message: 'conflictingPorts' as const,
      about,
      values,
      ...LINE,
      ...againstItself(names, 'Two ports to one target'),
    }
  })
}

const againstItself = (services: readonly string[], what: string): Pick<Finding, 'needless'> =>
  new Set(services).size > 1 ? {} : { needless: `${what} in one and the same Service are no conflict.` }

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const known = groups.get(keyOf(one))
    if (known) known.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
