import { below } from '../../../base/origin.ts'
import { insertListItem, nodeOf, putValue, removeWithEmpty, replaceEntry, writeText } from '../../../yaml/index.ts'
import { matches } from '../../cluster/select.ts'
import { fullName } from '../../cluster/item.ts'
import { toFullHost } from '../hosts.ts'
import { fix, fieldOf, itemOf } from './fixer.ts'
import type { Fixer } from './fixer.ts'
import { correctLabels } from './labels.ts'

/** A field that has a successor, wherever the resource has it, or does nothing any more. */
export const replaceDeprecated: Fixer = ({ parsed, finding, origin, resource }) => {
  const field = origin.path.at(-1)
  if (field === 'egressProxy')
    return fix('Take egressProxy out', removeWithEmpty(parsed, origin, resource.path.length + 1))
  if (field !== 'percent') return []
  const edits = itemOf(finding)
    .spec.list('http')
    .flatMap((rule, i) => {
      const percent = rule.at('fault', 'delay').number('percent') ?? 0
      const place = below(resource, 'spec', 'http', i, 'fault', 'delay', 'percent')
      return percent > 0 ? [replaceEntry(parsed, place, 'percentage', { value: percent })] : []
    })
  return fix('Use percentage', ...edits)
}

/** One of the target's ports has to be said: each may be meant. */
export const namePort: Fixer = ({ parsed, scene, finding, origin }) => {
  const { namespace, spec } = itemOf(finding)
  const target = scene.hosts.find(String(finding.values['host'] ?? ''), namespace, spec.strings('exportTo'))
  const ports = [...new Set(target?.ports)].slice(0, MOST_PORTS)
  const destination = { ...origin, path: origin.path.slice(0, -1) }
  return ports.flatMap(port =>
    fix(`Use port ${String(port)}`, putValue(parsed, below(destination, 'port', 'number'), port)),
  )
}

const MOST_PORTS = 4

/** The certificates that the proxy's image has. */
export const verifyServer: Fixer = ({ parsed, origin }) =>
  // Certificates of a Secret and of a file exclude each other.
  nodeOf(parsed, below(origin, 'credentialName'))
    ? []
    : fix('Verify by the system’s certificates', putValue(parsed, below(origin, 'caCertificates'), 'system'))

export const correctSubset: Fixer = ({ parsed, scene, finding, origin, resource }) => {
  const { namespace, spec } = itemOf(finding)
  const index = origin.path[resource.path.length + 2]
  const subset = typeof index === 'number' ? spec.list('subsets')[index] : undefined
  const target = scene.hosts.find(spec.string('host') ?? '', namespace, spec.strings('exportTo'))
  if (!subset || typeof index !== 'number' || target?.source.kind !== 'Service') return []
  const { source } = target
  const selector = source.spec.labels('selector')
  const pods = scene.cluster.pods.filter(pod => pod.namespace === source.namespace && matches(pod.labels, selector))
  return correctLabels(parsed, below(resource, 'spec', 'subsets', index, 'labels'), subset.labels('labels'), pods)
}

/** The protocol that the other ServiceEntries of the host have, where they agree. */
export const agreeOnProtocol: Fixer = ({ parsed, scene, finding, resource }) => {
  const about = itemOf(finding)
  const { host, port } = finding.values
  const portsOf = ({ spec }: typeof about) =>
    spec
      .list('ports')
      .flatMap((fields, i) => (fields.number('number') === port ? { i, said: fields.string('protocol') } : []))
  const others = scene.cluster
    .items('ServiceEntry')
    .filter(
      item => item !== about && item.spec.strings('hosts').some(each => toFullHost(each, item.namespace) === host),
    )
  const [other, another] = [...new Set(others.flatMap(portsOf).map(({ said }) => said?.toUpperCase()))]
  const [own, second] = portsOf(about)
  if (other === undefined || another !== undefined || !own || second || own.said?.toUpperCase() === other) return []
  const names = others.map(fullName).join(', ')
  return fix(`Use ${other}, as ${names}`, putValue(parsed, below(resource, 'spec', 'ports', own.i, 'protocol'), other))
}

/** Adds the hosts to the only server of the Gateway. */
export const serveHosts: Fixer = ({ parsed, scene, finding }) => {
  const item = itemOf(finding)
  const [namespace = '', name = ''] = String(finding.values['gateway'] ?? '').split('/')
  const gateway = scene.cluster.find('Gateway', namespace, name)
  const list = gateway && fieldOf(parsed, gateway, 'spec', 'servers', 0, 'hosts')
  const hosts = item.spec.strings('hosts')
  const [host, another] = hosts
  if (!list || gateway.spec.list('servers').length !== 1 || host === undefined || another !== undefined) return []
  const edit = insertListItem(parsed, list, writeText(host))
  return fix(`Let Gateway ${name} serve ${host}`, edit)
}
