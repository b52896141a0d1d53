import { below } from '../../../base/origin.ts'
import { putValue, removeWithEmpty, renameKey, setScalar } from '../../../yaml/index.ts'
import { findSimilar, isSlip } from '../../../base/similar-name.ts'
import { KNOWN_ANNOTATIONS } from '../known-annotations.ts'
import { hasProxy } from '../in-mesh.ts'
import { fix, itemOf, value } from './fixer.ts'
import type { Broken, Fixer } from './fixer.ts'

const INJECT = 'sidecar.istio.io/inject'
const WORKLOADS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet']

/** Either way is said by a label, except what the namespace or its pods contradict already. */
export const labelNamespace: Fixer = ({ parsed, scene: { cluster }, finding, resource }) => {
  const { name, labels } = itemOf(finding)
  const label = below(resource, 'metadata', 'labels', INJECTION)
  const isInjected = cluster.podsWith({}, name).some(hasProxy)
  return [
    ...(MODE in labels ? [] : fix(`Label it ${INJECTION}=enabled`, putValue(parsed, label, 'enabled'))),
    ...(isInjected ? [] : fix(`Label it ${INJECTION}=disabled`, putValue(parsed, label, 'disabled'))),
  ]
}

const [INJECTION, MODE] = ['istio-injection', 'istio.io/dataplane-mode'] as const

/** What counts now stays: `istio-injection`, or else the revision. */
export const keepOneLabel: Fixer = ({ parsed, finding, resource }) => {
  const { labels } = itemOf(finding)
  const said = [INJECTION, 'istio.io/rev', MODE].filter(key => key in labels)
  const [kept = '', ...rest] = said
  const edits = rest.map(key =>
    removeWithEmpty(parsed, below(resource, 'metadata', 'labels', key), resource.path.length + 1),
  )
  return rest.length > 1 ? [] : fix(`Keep ${kept}, which counts`, ...edits)
}

/** To the template of the pods, if it is for them; else it does nothing. */
export const moveAnnotation: Fixer = broken => {
  const { parsed, finding, origin, resource } = broken
  const { kind } = itemOf(finding)
  const name = value(broken, 'annotation')
  const template = below(resource, 'spec', 'template', 'metadata', 'annotations', name)
  const isForPods = WORKLOADS.includes(kind) && KNOWN_ANNOTATIONS.get(name)?.places.includes('Pod') === true
  const removed = takeOut(broken)
  const said = finding.about.annotations[name] ?? ''
  return [
    ...(isForPods ? fix('Move it to the pods’ template', putValue(parsed, template, said), removed) : []),
    ...fix(`Take ${shortName(origin.path.at(-1))} out`, removed),
  ]
}

export const correctAnnotation: Fixer = broken => {
  const { parsed, origin } = broken
  const name = value(broken, 'annotation')
  const known = [...KNOWN_ANNOTATIONS.keys()]
  const cased = known.find(each => each.toLowerCase() === name.toLowerCase())
  const meant = cased ?? findSimilar(name, known)
  return [
    ...(meant === undefined ? [] : fix(`Use ${meant}`, renameKey(parsed, origin, meant))),
    ...fix(`Take ${shortName(name)} out`, takeOut(broken)),
  ]
}

const MODES = ['REDIRECT', 'TPROXY', 'NONE']

export const correctAnnotationValue: Fixer = broken => {
  const { parsed, finding, origin } = broken
  const name = value(broken, 'annotation')
  const said = finding.about.annotations[name] ?? ''
  const mode = name.endsWith('/interceptionMode') ? findSimilar(said.toUpperCase(), MODES) : undefined
  return [
    ...(mode === undefined ? [] : fix(`Use ${mode}`, setScalar(parsed, origin, mode))),
    ...fix(`Take ${shortName(name)} out`, takeOut(broken)),
  ]
}

/** The label has taken the annotation's place. */
export const labelInstead: Fixer = broken => {
  const { parsed, finding, resource } = broken
  if (value(broken, 'annotation') !== INJECT) return []
  const said = finding.about.annotations[INJECT] ?? ''
  const label = below(resource, 'metadata', 'labels', INJECT)
  return fix('Make it a label', putValue(parsed, label, said), takeOut(broken))
}

const takeOut = ({ parsed, origin, resource }: Broken) => removeWithEmpty(parsed, origin, resource.path.length + 1)

const shortName = (name: string | number | undefined): string => String(name).split('/').at(-1) ?? ''

const USUAL: Readonly<Record<number, string>> = {
  443: 'https',
  8443: 'https',
  3306: 'mysql',
  5432: 'tcp',
  6379: 'redis',
  9092: 'tcp',
  27017: 'mongo',
}

/** The protocol in the port's name, or, as other things may go by that name, beside it. */
export const namePortProtocol: Fixer = ({ parsed, finding, origin, resource }) => {
  const { spec } = itemOf(finding)
  const ports = spec.list('ports')
  const fields = ports[Number(origin.path[resource.path.length + 2])]
  const { port, portName } = finding.values
  const written = String(portName)
  const protocol = written.includes('grpc') ? 'grpc' : (USUAL[Number(port)] ?? 'http')
  const name = correctPrefix(written) ?? (written === '' ? protocol : `${protocol}-${written}`)
  const isTaken = ports.some(other => other.string('name') === name)
  const appProtocol = fields?.string('appProtocol')
  return [
    ...(appProtocol === undefined && !isTaken
      ? fix(`Name it ${name}`, putValue(parsed, below(origin, 'name'), name))
      : []),
    ...fix(`Add appProtocol: ${protocol}`, putValue(parsed, below(origin, 'appProtocol'), protocol)),
  ]
}

/** What port names may begin with, of what people write by hand. Istio, protocol.Parse. */
const PREFIXES = ['http', 'http2', 'https', 'grpc', 'grpc-web', 'tcp', 'tls', 'udp', 'mongo', 'mysql', 'redis']

/** `htpp-web` is `http-web`. */
function correctPrefix(written: string): string | undefined {
  const [prefix = '', ...rest] = written.split('-')
  const [meant, another] = PREFIXES.filter(known => prefix.length > 3 && isSlip(prefix, known))
  return meant === undefined || another !== undefined ? undefined : [meant, ...rest].join('-')
}

/** The prefix is no `tcp` alone; what else it speaks is known of some ports. */
export const nameExternalPort: Fixer = ({ parsed, finding, origin }) => {
  const port = Number(finding.values['port'])
  const protocol = port === 80 ? 'http' : (USUAL[port] ?? 'tcp')
  const name = protocol === 'tcp' ? `tcp-${String(port)}` : protocol
  return fix(`Name it ${name}`, putValue(parsed, below(origin, 'name'), name))
}

/** Of the pod, or of those of its containers that say so; the image's own user runs it then. */
export const dropUser: Fixer = ({ parsed, finding, resource }) => {
  const { about } = finding
  const isWorkload = 'document' in about && about.kind !== 'Pod'
  const pod = isWorkload ? below(resource, 'spec', 'template', 'spec') : below(resource, 'spec')
  const spec = isWorkload ? about.spec.at('template', 'spec') : about.spec
  const places = [
    ...(spec.at('securityContext').number('runAsUser') === PROXY_USER ? [['securityContext', 'runAsUser']] : []),
    ...['containers', 'initContainers'].flatMap(list =>
      spec
        .list(list)
        .flatMap((container, i) =>
          container.at('securityContext').number('runAsUser') === PROXY_USER &&
          container.string('name') !== 'istio-proxy'
            ? [[list, i, 'securityContext', 'runAsUser']]
            : [],
        ),
    ),
  ]
  const edits = places.map(path => removeWithEmpty(parsed, below(pod, ...path), pod.path.length + 1))
  return fix('Take runAsUser 1337 out', ...edits)
}

const PROXY_USER = 1337

/** The injector takes pods that ask for it, where their namespace does not say otherwise. */
export const askForInjection: Fixer = ({ parsed, scene, finding, resource }) => {
  const item = itemOf(finding)
  const says = scene.cluster.find('Namespace', '', item.namespace)?.labels ?? {}
  const isSaid = ['istio-injection', 'istio.io/rev'].some(name => name in says)
  const label = below(resource, 'spec', 'template', 'metadata', 'labels', INJECT)
  return isSaid || item.kind !== 'Deployment'
    ? []
    : fix('Let the injector take its pods', putValue(parsed, label, 'true'))
}
