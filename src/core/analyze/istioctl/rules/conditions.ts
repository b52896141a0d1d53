import type { Reader } from '../../../resources/index.ts'
import type { IstioctlRule } from '../finding.ts'

const OF_ROUTES = ['Accepted', 'Programmed', 'ResolvedRefs']
const NEGATIVE: Readonly<Record<string, readonly string[]>> = {
  Service: ['istio.io/WaypointBound'],
  ServiceEntry: ['istio.io/WaypointBound'],
  AuthorizationPolicy: ['ZtunnelAccepted', 'WaypointAccepted'],
  KubernetesGateway: OF_ROUTES,
  HTTPRoute: OF_ROUTES,
  GRPCRoute: OF_ROUTES,
}

/** What a cluster has written into a status. Istio, conditions.ConditionAnalyzer. */
export const checkConditions: IstioctlRule = ({ cluster }) =>
  Object.entries(NEGATIVE).flatMap(([kind, types]) =>
    cluster.items(kind).flatMap(about => {
      const status = about.root.at('status')
      const conditions = kind.endsWith('Route')
        ? status.list('parents').flatMap(parent => parent.list('conditions'))
        : status.list('conditions')
      return conditions.flatMap(condition => {
        const values = valuesOf(condition)
        const isNegative = types.includes(values.type) && condition.string('status') === 'False'
        const isPartly =
          kind === 'AuthorizationPolicy' && values.type === 'WaypointAccepted' && values.reason === 'PartiallyInvalid'
        if (!isNegative && !isPartly) return []
        return { message: 'negativeCondition' as const, about, values, at: condition.path }
      })
    }),
  )

const valuesOf = (condition: Reader) => ({
  type: condition.string('type') ?? '',
  reason: condition.string('reason') ?? '',
  message: condition.string('message') ?? '',
})

/** The first version of the Gateway API's CRDs that Istio reads. Istio, gatewayapi.MinimumCRDVersions. */
const MINIMUM: Readonly<Record<string, string>> = {
  'grpcroutes.gateway.networking.k8s.io': '1.1.0',
  'backendtlspolicies.gateway.networking.k8s.io': '1.4.0',
  'tlsroutes.gateway.networking.k8s.io': '1.5.0',
}

/** Istio, k8sgateway.CRDVersionAnalyzer. */
export const checkCrdVersions: IstioctlRule = ({ cluster }) =>
  cluster.items('CustomResourceDefinition').flatMap(about => {
    const minimum = Object.hasOwn(MINIMUM, about.name) ? MINIMUM[about.name] : undefined
    const said = about.annotations['gateway.networking.k8s.io/bundle-version']
    const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(said ?? '')
    if (minimum === undefined || !match) return []
    const numbers = match.slice(1, 4).map(part => Number(part) || 0)
    const wanted = minimum.split('.').map(Number)
    const differing = numbers.findIndex((part, i) => part !== wanted[i])
    if (differing < 0 || (numbers[differing] ?? 0) > (wanted[differing] ?? 0)) return []
    return {
      message: 'crdTooOld' as const,
      about,
      values: { crd: about.name, version: numbers.join('.'), minimum },
      at: ['metadata', 'annotations'],
    }
  })

const REMOVED = ['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding']

/** Fields and kinds that are going. Istio, deprecation.FieldAnalyzer. */
export const checkDeprecations: IstioctlRule = ({ cluster }) => [
  ...cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule => {
      const delay = rule.at('fault', 'delay')
      if ((delay.number('percent') ?? 0) <= 0) return []
      const field = 'HTTPRoute.fault.delay.percent'
      const values = { field, instead: `Use HTTPRoute.fault.delay.percentage in place of ${field}.` }
      return { message: 'deprecatedField' as const, about, values, at: ['spec', ...delay.path, 'percent'] }
    }),
  ),
  ...cluster.items('Sidecar').flatMap(about => {
    if (!about.spec.at('outboundTrafficPolicy', 'egressProxy').isPresent) return []
    const field = 'OutboundTrafficPolicy.EgressProxy'
    const at = ['spec', 'outboundTrafficPolicy', 'egressProxy']
    return { message: 'deprecatedField' as const, about, values: { field, instead: `${field} is ignored.` }, at }
  }),
  ...cluster.items('CustomResourceDefinition').flatMap(about => {
    const kind = about.spec.at('names').string('kind') ?? ''
    const group = about.spec.string('group')
    if (group !== 'rbac.istio.io' || !REMOVED.includes(kind)) return []
    const values = { field: `${group} ${kind}`, instead: `Custom resource type ${group} ${kind} is removed.` }
    return { message: 'deprecatedField' as const, about, values, at: ['spec', 'names'] }
  }),
]

/** istiod that may be told to fetch keys from inside the network. Istio, authn.BlockedCIDRsAnalyzer. */
export const checkBlockedCidrs: IstioctlRule = ({ cluster }) => {
  const policies = cluster.items('RequestAuthentication').map(({ namespace, name }) => `${namespace}/${name}`)
  if (policies.length === 0) return []
  const shown = policies.slice(0, 5).join(', ')
  const rest = policies.length > 5 ? `, and ${String(policies.length - 5)} more` : ''
  return cluster
    .items('Deployment')
    .filter(({ labels }) => labels['app'] === 'istiod')
    .filter(({ spec }) => !hasSetting(spec.at('template', 'spec')))
    .map(about => ({
      message: 'jwksUnrestricted' as const,
      about,
      values: { count: policies.length, names: `${shown}${rest}` },
    }))
}

const hasSetting = (spec: Reader): boolean =>
  spec
    .list('containers')
    .flatMap(container => container.list('env'))
    .some(env => env.string('name') === 'BLOCKED_CIDRS_IN_JWKS_URIS' && (env.string('value') ?? '') !== '')
