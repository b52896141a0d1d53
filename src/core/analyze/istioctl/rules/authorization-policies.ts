import type { Cluster } from '../../cluster/cluster.ts'
import { matches, selectorText } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { isInMesh } from '../in-mesh.ts'
import { isAmbient } from './sidecars.ts'

/** Policies for no pod of the mesh, and source namespaces that do not exist. Istio, authz.AuthorizationPoliciesAnalyzer. */
export const checkAuthorizationPolicies: IstioctlRule = ({ cluster }) => {
  const isMeshPod = (pod: Cluster['pods'][number]): boolean => isAmbient(pod) || isInMesh(pod, pod.namespace, cluster)
  const isKnown = createNamespaceCheck(cluster)
  return cluster.items('AuthorizationPolicy').flatMap((about): readonly Finding[] => {
    const hasSelector = about.spec.at('selector').isPresent
    const selector = about.spec.at('selector').labels('matchLabels')
    const isMeshWide = about.namespace === cluster.rootNamespace
    const where = isMeshWide ? undefined : about.namespace
    const isNeeded = hasSelector || !isMeshWide
    const found = !isNeeded || cluster.podsWith(selector, where).some(isMeshPod)
    const unmatched: readonly Finding[] = found
      ? []
      : [
          {
            message: 'noMatchingWorkloads',
            about,
            values: { selector: selectorText(selector) },
            at: ['spec', 'selector'],
          },
        ]
    return [...unmatched, ...unknownNamespaces(about, isKnown)]
  })
}

/** Those of `notNamespaces` are looked for among the lines of `namespaces`. */
function unknownNamespaces(about: Finding['about'] & { kind: string }, isKnown: (name: string) => boolean): Finding[] {
  return about.spec.list('rules').flatMap((rule, i) =>
    rule.list('from').flatMap((from, j) => {
      const source = from.at('source')
      const place = ['spec', 'rules', i, 'from', j, 'source']
      return ['namespaces', 'notNamespaces'].flatMap(list =>
        source.strings(list).flatMap((namespace, k) =>
          isKnown(namespace)
            ? []
            : {
                message: 'namespaceNotFound' as const,
                about,
                values: { namespace },
                line: [...place, 'namespaces', k],
                at: [...place, list, k],
              },
        ),
      )
    }),
  )
}

/** Istio, namespaceMatch: a star at either end, and any case. */
function createNamespaceCheck(cluster: Cluster): (wanted: string) => boolean {
  const names = cluster.items('Namespace').map(({ name }) => name)
  const lower = new Set(names.map(name => name.toLowerCase()))
  return wanted => {
    if (wanted === '*') return names.length > 0
    if (wanted.startsWith('*')) return names.some(name => name.endsWith(wanted.slice(1)))
    if (wanted.endsWith('*')) return names.some(name => name.startsWith(wanted.slice(0, -1)))
    return lower.has(wanted.toLowerCase())
  }
}

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name'
const POLICIES = ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin']

/** Selectors for pods of a Gateway API Gateway, which take none. Istio, k8sgateway.SelectorAnalyzer. */
export const checkGatewaySelectors: IstioctlRule = ({ cluster }) => {
  const pods = cluster.pods.filter(({ labels }) => GATEWAY_NAME in labels)
  if (pods.length === 0) return []
  return POLICIES.flatMap(kind => cluster.items(kind)).flatMap(about => {
    const selector = about.spec.at('selector')
    if (!selector.isPresent || about.spec.at('targetRef').isPresent) return []
    const wanted = selector.labels('matchLabels')
    return pods
      .filter(({ namespace, labels }) => namespace === about.namespace && matches(labels, wanted))
      .map(({ labels }) => ({
        message: 'ineffectiveSelector' as const,
        about,
        values: { gateway: labels[GATEWAY_NAME] ?? '' },
        at: ['spec', 'selector'],
      }))
  })
}
