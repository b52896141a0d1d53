import { overlaps } from '../../../mesh/index.ts'
import type { Labels, Reader } from '../../../resources/index.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import { fullName } from '../../cluster/item.ts'
import { matches } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { isOutside, toFullHost } from '../hosts.ts'
import type { HostTarget } from '../hosts.ts'

const OF_NODES = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone']

/**
 * Hosts that nothing has, and subsets without pods: pods of any namespace and any app count. Istio,
 * destinationrule.PodNotSelectedAnalyzer.
 */
export const checkRuleSubsets: IstioctlRule = ({ cluster, hosts }) =>
  cluster.items('DestinationRule').flatMap((about): readonly Finding[] => {
    const host = about.spec.string('host') ?? ''
    const target = hosts.find(host, about.namespace, about.spec.strings('exportTo'))
    if (!target) {
      const meant = host.startsWith('*') && matchesAny(cluster, host)
      const why = `It is for every host like ${host}, of which there are some; istioctl does not look at wildcards.`
      return [
        { message: 'unknownRuleHost', about, values: { host }, at: ['spec', 'host'], ...(meant && { needless: why }) },
      ]
    }
    const subsets = new Map(about.spec.list('subsets').map((subset, i) => [subset.string('name') ?? '', { subset, i }]))
    return [...subsets].flatMap(([name, { subset, i }]) => {
      const wanted = { ...target.workloadLabels, ...subset.labels('labels') }
      if (cluster.hasPodsWith(wanted) || isOnNode(cluster, wanted)) return []
      const needless = hasEndpoint(target, subset.labels('labels')) && ENDPOINTS
      const at = ['spec', 'subsets', i]
      return {
        message: 'subsetWithoutPods' as const,
        about,
        values: { subset: name },
        at,
        ...(needless && { needless }),
      }
    })
  })

const ENDPOINTS = 'Endpoints of its ServiceEntry have them, and get its requests; istioctl looks at pods alone.'

const hasEndpoint = ({ source }: HostTarget, wanted: Labels): boolean =>
  source.kind === 'ServiceEntry' &&
  source.spec.list('endpoints').some(endpoint => matches(endpoint.labels('labels'), wanted))

function matchesAny(cluster: Cluster, host: string): boolean {
  return (
    cluster.items('Service').some(({ name, namespace }) => overlaps(host, toFullHost(name, namespace))) ||
    cluster.items('ServiceEntry').some(({ spec }) => spec.strings('hosts').some(other => overlaps(host, other)))
  )
}

/** Pods have some labels of the node that they are on, where the text shows both. */
function isOnNode(cluster: Cluster, wanted: Labels): boolean {
  if (cluster.items('Node').length === 0) return false
  return cluster.pods.some(({ spec, labels }) => {
    const name = spec.string('nodeName')
    const node = name === undefined ? undefined : cluster.find('Node', '', name)
    if (!node || name === undefined) return false
    const own = OF_NODES.flatMap(key => (node.labels[key] === undefined ? [] : [[key, node.labels[key]] as const]))
    return matches({ ...labels, ...Object.fromEntries(own), 'kubernetes.io/hostname': name }, wanted)
  })
}

/** TLS without a CA of its own: to istioctl nobody verifies the server then. Istio, destinationrule.CaCertificateAnalyzer. */
export const checkCaCertificates: IstioctlRule = ({ cluster, hosts }) =>
  cluster.items('DestinationRule').flatMap(about => {
    const { spec, namespace } = about
    const target = hosts.find(spec.string('host') ?? '', namespace, spec.strings('exportTo'))
    const whyNot = target && isOutside(target) ? PUBLIC : undefined
    const policy = spec.at('trafficPolicy')
    const values = { name: fullName(about), namespace, host: spec.string('host') ?? '' }
    const hasSelector = spec.at('workloadSelector').isPresent
    const whole = unverified(policy.at('tls'), hasSelector, whyNot)
    const ports = policy.list('portLevelSettings').flatMap((settings, i): readonly Finding[] => {
      const found = unverified(settings.at('tls'), hasSelector, whyNot)
      if (!found) return []
      const { needless, mode } = found
      const at = ['spec', 'trafficPolicy', 'portLevelSettings', i, 'tls']
      const port = settings.at('port').number('number') ?? 0
      const line = [...at, 'caCertificates']
      return [
        { message: 'noCaForPort', about, values: { ...values, mode, port }, line, at, ...(needless && { needless }) },
      ]
    })
    if (!whole) return ports
    const at = ['spec', 'trafficPolicy', 'tls']
    const { needless, mode } = whole
    const line = [...at, 'caCertificates']
    const finding: Finding = {
      message: 'noCaForHost',
      about,
      values: { ...values, mode },
      line,
      at,
      ...(needless && { needless }),
    }
    return [finding, ...ports]
  })

const PUBLIC = 'That is what a server outside the mesh with a certificate of a public CA needs.'

function unverified(
  tls: Reader,
  hasSelector: boolean,
  whyNot: string | undefined,
): { readonly mode: string; readonly needless?: string } | undefined {
  const mode = tls.string('mode') ?? 'DISABLE'
  const isCredential = hasSelector && (tls.string('credentialName') ?? '') !== ''
  if (!['SIMPLE', 'MUTUAL'].includes(mode) || (tls.string('caCertificates') ?? '') !== '' || isCredential)
    return undefined
  const isWanted = tls.boolean('insecureSkipVerify') === true
  const needless = isWanted ? 'insecureSkipVerify says that nobody is to verify it.' : whyNot
  return { mode, ...(needless && { needless }) }
}
