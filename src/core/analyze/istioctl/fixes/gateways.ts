import { below } from '../../../base/origin.ts'
import { putValue, setScalar } from '../../../yaml/index.ts'
import { matches } from '../../cluster/select.ts'
import { findSimilar } from '../../../base/similar-name.ts'
import { fieldOf, fix, itemOf, value } from './fixer.ts'
import type { Fixer } from './fixer.ts'
import { correctLabels } from './labels.ts'
import { insertListItem } from '../../../yaml/index.ts'

export const correctGatewaySelector: Fixer = ({ parsed, scene, finding, resource }) =>
  correctLabels(
    parsed,
    below(resource, 'spec', 'selector'),
    itemOf(finding).spec.labels('selector'),
    scene.cluster.pods,
  )

/** The only Secret of the namespace that is almost called so. */
export const correctCredential: Fixer = broken => {
  const { parsed, scene, origin } = broken
  const names = scene.cluster
    .items('Secret')
    .flatMap(({ namespace, name }) => (namespace === value(broken, 'namespace') ? name : []))
  const name = findSimilar(value(broken, 'credential'), names)
  return name === undefined ? [] : fix(`Use ${name}`, setScalar(parsed, origin, name))
}

/** The port for its protocol that leads to the gateway's pods; or a port for it on the only Service that does. */
export const leadToPort: Fixer = ({ parsed, scene, finding, origin, resource }) => {
  const item = itemOf(finding)
  const server = item.spec.list('servers')[Number(origin.path[resource.path.length + 2])]
  const protocol = server?.at('port').string('protocol')?.toUpperCase() ?? ''
  const pods = scene.cluster.podsWith(item.spec.labels('selector'))
  const services = scene.cluster
    .items('Service')
    .filter(({ namespace, spec }) =>
      pods.some(pod => pod.namespace === namespace && matches(pod.labels, spec.labels('selector'))),
    )
  const usual = protocol === 'HTTP' ? 80 : protocol === 'HTTPS' || protocol === 'TLS' ? 443 : undefined
  const isTaken = item.spec.list('servers').some(other => other.at('port').number('number') === usual)
  const isThere = services.some(({ spec }) => spec.list('ports').some(each => each.number('port') === usual))
  const port = Number(finding.values['port'])
  const [service, another] = services
  const ports = service && !another ? fieldOf(parsed, service, 'spec', 'ports') : undefined
  const name = `${protocol.toLowerCase() || 'tcp'}-${String(port)}`
  const entry = `{ name: ${name}, port: ${String(port)} }`
  return [
    ...(ports
      ? fix(`Add port ${String(port)} to Service ${service?.name ?? ''}`, insertListItem(parsed, ports, entry))
      : []),
    ...(usual !== undefined && isThere && !isTaken
      ? fix(`Listen on port ${String(usual)}`, putValue(parsed, below(origin, 'number'), usual))
      : []),
  ]
}
