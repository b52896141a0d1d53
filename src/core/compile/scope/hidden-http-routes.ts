import { below } from '../../base/origin.ts'
import { convertRoutes } from '../gateway-api/convert-routes.ts'
import { hide, isWithin } from './hidden-resource.ts'
import type { HiddenContext, HiddenResource } from './hidden-resource.ts'
import { describeImports } from './import-words.ts'

/** The HTTPRoutes that a caller in the mesh does not use, by the reason that comes first. */
export function findHiddenHttpRoutes({ mesh, caller, scope, config }: HiddenContext): readonly HiddenResource[] {
  if (mesh.httpRoutes.length === 0) return []
  const { mesh: bound, refusals } = convertRoutes(mesh)
  const routes = [...config.routeConfigs.values()].flatMap(({ virtualHosts }) => virtualHosts.flatMap(v => v.routes))
  return mesh.httpRoutes.flatMap(resource => {
    if (routes.some(({ origin }) => isWithin(origin, resource.origin))) return []
    const own = bound.filter(({ rules }) => rules.some(({ origin }) => isWithin(origin, resource.origin)))
    const refusal = refusals.find(other => other.resource === resource)
    if (own.length === 0) {
      return refusal
        ? hide('HTTPRoute', resource, 'notAccepted', refusal.because, refusal.origin)
        : hide(
            'HTTPRoute',
            resource,
            'gatewayOnly',
            'bound to gateways only',
            below(resource.origin, 'spec', 'parentRefs'),
          )
    }
    const [first] = own
    const isSelected = scope.listeners.some(({ virtualServices }) => own.some(b => virtualServices.includes(b)))
    if (!isSelected && scope.sidecar && first) {
      const { because, origin } = describeImports(
        scope.sidecar,
        caller.namespace,
        resource.namespace,
        first.hosts[0] ?? '',
      )
      return hide('HTTPRoute', resource, 'notImported', because, origin)
    }
    const because = `it holds for callers in namespace ${resource.namespace} and for Services of it`
    return hide('HTTPRoute', resource, 'noRuleForCaller', because, below(resource.origin, 'spec', 'parentRefs'))
  })
}
