import type { Labels, Reader } from '../../../resources/index.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Pod } from '../../cluster/pods.ts'
import { firstLabel, selectorText } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'

export const selectorOf = ({ spec }: PlacedItem): Labels => spec.labels('selector')

/** A Gateway for pods that are not there, said at its selector's first label. */
export function selectorMissing(about: PlacedItem): Finding {
  const selector = selectorOf(about)
  const line = ['spec', 'selector', firstLabel(selector)]
  return { message: 'gatewaySelectorNotFound', about, values: { selector: selectorText(selector) }, line }
}

/** Gateways without pods, and ports that no Service of the pods has. Istio, gateway.IngressGatewayPortAnalyzer. */
export const checkGatewayPorts: IstioctlRule = ({ cluster }) => {
  const portsOf = createPortSearch(cluster)
  return cluster.items('Gateway').flatMap((about): readonly Finding[] => {
    const selector = selectorOf(about)
    const pods = cluster.podsWith(selector)
    if (pods.length === 0) return [selectorMissing(about)]
    const exposed = new Set(pods.flatMap(portsOf))
    const line = ['spec', 'selector', firstLabel(selector)]
    return about.spec.list('servers').flatMap((server, i) => {
      const port = server.at('port').number('number') ?? 0
      if (!server.at('port').isPresent || exposed.has(port)) return []
      const values = { port, selector: selectorText(selector) }
      return { message: 'portNotOnService' as const, about, values, line, at: ['spec', 'servers', i, 'port'] }
    })
  })
}

/** Ports of the Services of a pod, by which its own are reached. Those of one workload have the same. */
function createPortSearch(cluster: Cluster): (pod: Pod) => readonly number[] {
  const known = new Map<Labels, readonly number[]>()
  return ({ namespace, labels }) => {
    const before = known.get(labels)
    if (before) return before
    const services = cluster.servicesOf(labels, namespace)
    const ports = services.flatMap(({ spec }) => spec.list('ports').filter(isTcp).flatMap(portsOf))
    known.set(labels, ports)
    return ports
  }
}

const isTcp = (port: Reader): boolean => (port.string('protocol') ?? 'TCP') === 'TCP'

/** The Service's own, and a targetPort that is a number. */
function portsOf(port: Reader): readonly number[] {
  const target = port.number('targetPort')
  return [port.number('port') ?? 0, ...(target === undefined ? [] : [target])]
}
