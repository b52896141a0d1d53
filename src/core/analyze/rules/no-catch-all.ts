import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import { resolveHost } from '../../mesh/index.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import { insertListItem } from '../../yaml/index.ts'
import { isForMesh } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { isUnconditional } from '../match-covers.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** A virtual host without a route for the rest: Envoy answers 404 NR, the Service's own route does not come back [A24]. */
export const checkNoCatchAll: Rule = facts =>
  facts.mesh.virtualServices
    .filter(resource => isForMesh(resource) && resource.spec.http.length > 0)
    .filter(
      ({ spec }) =>
        !spec.http.some(
          rule => rule.delegate !== undefined || rule.match.length === 0 || rule.match.some(isUnconditional),
        ),
    )
    .map(resource =>
      say(
        MESSAGES.noCatchAll,
        {},
        {
          detail: `Requests to ${resource.spec.hosts.join(', ')} that none of its ${resource.spec.http.length} rules match are answered 404 NR, although the Service is there.`,
          origin: below(resource.origin, 'spec', 'http'),
          fix: addRule(facts, resource),
        },
      ),
    )

/** A last rule to the host itself, where that is a Service with a pod that is ready. */
function addRule({ parsed, mesh }: Facts, resource: VirtualServiceResource): Fix | undefined {
  const host = resource.spec.hosts[0] ?? ''
  const service = mesh.services.get(resolveHost(host, resource.namespace, mesh.settings.clusterDomain))
  if (!service?.pods.some(({ ready }) => ready)) return undefined
  const list = below(resource.origin, 'spec', 'http')
  const edit =
    insertListItem(parsed, list, `route:\n- destination:\n    host: ${host}`) ??
    insertListItem(parsed, list, `{ route: [{ destination: { host: ${host} } }] }`)
  return edit && { title: 'Add a rule for the rest', edits: [edit] }
}
