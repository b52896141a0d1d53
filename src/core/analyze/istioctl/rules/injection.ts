import type { Labels, Reader } from '../../../resources/index.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { templateOf } from '../../cluster/pods.ts'
import type { Container } from '../../cluster/pods.ts'
import { matches } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { hasProxy } from '../in-mesh.ts'
import { isControlPlane } from './services.ts'

const [INJECTION, REVISION, MODE] = ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode'] as const

/** Namespaces that are not injected or contradict themselves, and pods that were not. Istio, injection.Analyzer. */
export const checkInjection: IstioctlRule = ({ cluster }) => {
  const injected = new Set<string>()
  let byDefault = false
  const ofNamespaces = cluster.items('Namespace').flatMap((about): readonly Finding[] => {
    const { name: namespace, labels } = about
    if (namespace === 'istio-system') return []
    const clash = contradiction(about)
    if (labels[MODE] === 'ambient') return clash
    byDefault = isInjectedByDefault(cluster, labels[REVISION]) ?? byDefault
    if (!labels[INJECTION] && !(REVISION in labels)) {
      if (byDefault) return [...clash, { message: 'injectedByDefault', about, values: {} }]
      return [...clash, { message: 'namespaceNotInjected', about, values: { namespace }, line: ['metadata', 'name'] }]
    }
    if (labels[INJECTION] === 'enabled') injected.add(namespace)
    return clash
  })
  const ofPods = cluster.pods.filter(pod => {
    const said = pod.labels[INJECT] ?? pod.annotations[INJECT] ?? ''
    const refuses = said.toLowerCase() === 'false' || pod.spec.boolean('hostNetwork') === true
    return injected.has(pod.namespace) && !refuses && !hasProxy(pod)
  })
  return [
    ...ofNamespaces,
    ...ofPods.map(about => ({
      message: 'podWithoutProxy' as const,
      about,
      values: { namespace: about.namespace, pod: about.name },
    })),
  ]
}

const INJECT = 'sidecar.istio.io/inject'

function contradiction(about: PlacedItem): readonly Finding[] {
  const { labels } = about
  const isFirst = INJECTION in labels
  const others = [REVISION, MODE].filter(key => key in labels && (!isFirst || labels[INJECTION] === 'enabled'))
  const said = [...(isFirst ? [INJECTION] : []), ...others].map(key => `${key}=${labels[key] ?? ''}`)
  if (said.length < 2) return []
  return [{ message: 'injectionLabels', about, values: { labels: said.join(' ') }, at: ['metadata', 'labels'] }]
}

/** Undefined where the text does not hold the injector's settings. */
function isInjectedByDefault(cluster: Cluster, revision: string | undefined): boolean | undefined {
  const suffix = revision === undefined || revision === '' || revision === 'default' ? '' : `-${revision}`
  const settings = cluster.items('ConfigMap').find(({ name }) => name === `istio-sidecar-injector${suffix}`)
  const text = settings?.root.at('data').string('values')
  if (!settings) return undefined
  try {
    const values = JSON.parse(text ?? '') as { sidecarInjectorWebhook?: { enableNamespacesByDefault?: unknown } }
    return values.sidecarInjectorWebhook?.enableNamespacesByDefault === true
  } catch {
    return false
  }
}

/** `image: auto` that no injector fills in. Istio, injection.ImageAutoAnalyzer. */
export const checkAutoImages: IstioctlRule = ({ cluster }) => {
  const isAuto = ({ name, image }: Container): boolean => name === 'istio-proxy' && image === 'auto'
  const webhooks = cluster
    .items('MutatingWebhookConfiguration')
    .flatMap(({ root }) => root.list('webhooks'))
    .filter(webhook => (webhook.string('name') ?? '').endsWith('istio.io'))
  return [
    ...cluster.pods
      .filter(({ containers }) => containers.some(isAuto))
      .map(about => ({ message: 'autoImageOfPod' as const, about, values: { pod: about.name } })),
    ...cluster.items('Deployment').flatMap((about): readonly Finding[] => {
      const { labels, containers } = templateOf(about)
      if (!containers.some(isAuto)) return []
      const namespace = cluster.find('Namespace', '', about.namespace)?.labels ?? {}
      const isTaken = webhooks.some(
        webhook => selects(webhook.at('namespaceSelector'), namespace) && selects(webhook.at('objectSelector'), labels),
      )
      return isTaken ? [] : [{ message: 'autoImageOfDeployment', about, values: { deployment: about.name } }]
    }),
  ]
}

/** Kubernetes, LabelSelectorAsSelector: without a selector all are meant. */
function selects(selector: Reader, labels: Labels): boolean {
  return (
    matches(labels, selector.labels('matchLabels')) &&
    selector.list('matchExpressions').every(expression => {
      const value = labels[expression.string('key') ?? '']
      const values = expression.strings('values')
      switch (expression.string('operator')) {
        case 'In':
          return value !== undefined && values.includes(value)
        case 'NotIn':
          return value === undefined || !values.includes(value)
        case 'Exists':
          return value !== undefined
        case 'DoesNotExist':
          return value === undefined
        default:
          return false
      }
    })
  )
}

const PROXY_USER = 1337
const OWN_CONTAINERS = ['istio-proxy', 'istio-operator']

/** Applications that run as the proxy's user. Istio, deployment.ApplicationUIDAnalyzer. */
export const checkUsers: IstioctlRule = ({ cluster }) => {
  const isReserved = (spec: Reader, containers: readonly Container[]): boolean =>
    spec.at('securityContext').number('runAsUser') === PROXY_USER ||
    containers.some(({ name, runAsUser }) => !OWN_CONTAINERS.includes(name) && runAsUser === PROXY_USER)
  return [
    ...cluster.pods.filter(pod => !isControlPlane(pod) && isReserved(pod.spec, pod.containers)),
    ...cluster.items('Deployment').filter(item => {
      const { spec, containers } = templateOf(item)
      return !isControlPlane(item) && isReserved(spec, containers)
    }),
  ].map(about => ({
    message: 'reservedUser' as const,
    about,
    values: {},
    ...('document' in about && { at: ['spec'] }),
  }))
}
