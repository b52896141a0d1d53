import type { Reader } from '../../../resources/index.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { matches } from '../../cluster/select.ts'
import type { IstioctlRule } from '../finding.ts'
import { parseName } from './gateway-names.ts'

const CLAIM = '@request.auth.claims'

/** Claims that rules ask for at gateways where nobody validates tokens. Istio, virtualservice.JWTClaimRouteAnalyzer. */
export const checkJwtClaims: IstioctlRule = ({ cluster }) => {
  const policies = cluster.items('RequestAuthentication')
  const isValidated = ({
    labels,
    namespace,
  }: {
    labels: Readonly<Record<string, string>>
    namespace: string
  }): boolean =>
    policies.some(
      policy =>
        (policy.namespace === 'istio-system' || policy.namespace === namespace) &&
        matches(labels, policy.spec.at('selector').labels('matchLabels')),
    )
  return cluster.items('VirtualService').flatMap(about => {
    const claim = claimOf(about)
    if (!claim) return []
    return about.spec.strings('gateways').flatMap(name => {
      const { namespace, name: own } = parseName(name, about.namespace)
      const gateway = name === 'mesh' ? undefined : cluster.find('Gateway', namespace, own)
      if (!gateway) return []
      return cluster
        .podsWith(gateway.spec.labels('selector'))
        .filter(pod => !isValidated(pod))
        .map(pod => ({
          message: 'claimsWithoutAuthentication' as const,
          about,
          values: { key: claim.key, pod: pod.name, gateway: fullName(gateway) },
          at: ['spec', ...claim.at.path],
        }))
    })
  })
}

function claimOf({ spec }: PlacedItem): { readonly key: string; readonly at: Reader } | undefined {
  const found = spec
    .list('http')
    .flatMap(rule => rule.list('match'))
    .flatMap(match => [...match.entries('headers'), ...match.entries('withoutHeaders')])
    .find(([key]) => key.startsWith(CLAIM))
  return found && { key: found[0], at: found[1] }
}
