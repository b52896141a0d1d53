import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import { convertRoutes } from '../../compile/index.ts'
import type { HttpRouteResource, ParentRef } from '../../resources/index.ts'
import { setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findSimilar } from '../../base/similar-name.ts'

/** Parents of HTTPRoutes that are not there, or do not take the route. Istio, referenceAllowed: the route’s `Accepted`. */
export const checkRouteParents: Rule = facts =>
  convertRoutes(facts.mesh).refusals.flatMap(({ resource, because, origin }) => {
    const ref = resource.spec.parentRefs[parentIndex(origin)]
    if (!ref) return []
    const others = resource.spec.parentRefs.length > 1 ? 'It has no effect there' : 'It has no effect at all'
    const detail = `${sentence(because)}. ${others}.${hintFor(facts, resource, ref)}`
    const values = { parent: `${ref.kind} ${ref.name}` }
    const message = isThere(facts, resource, ref) ? MESSAGES.routeNotTaken : MESSAGES.missingParent
    return say(message, values, { detail, origin, fix: useSimilar(facts, resource, ref, origin) })
  })

/** −1 for what is refused elsewhere: in a rule. */
const parentIndex = ({ path }: Origin): number => {
  const [field, index] = path.slice(-2)
  return field === 'parentRefs' && typeof index === 'number' ? index : -1
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function isThere({ mesh }: Facts, resource: HttpRouteResource, ref: ParentRef): boolean {
  const namespace = ref.namespace ?? resource.namespace
  const gateways = mesh.kubernetesGateways.filter(each => each.namespace === namespace)
  return ref.kind === 'Gateway' && gateways.some(({ name }) => name === ref.name)
}

/** Where the Gateway is, if not there. */
function hintFor({ mesh }: Facts, resource: HttpRouteResource, ref: ParentRef): string {
  if (ref.kind !== 'Gateway') return ''
  const namespace = ref.namespace ?? resource.namespace
  const named = mesh.kubernetesGateways.filter(({ name }) => name === ref.name)
  const own = named.find(each => each.namespace === namespace)
  if (own) return own.spec.gatewayClassName === 'istio' ? '' : ` Its class is ${own.spec.gatewayClassName}, not istio.`
  const [elsewhere] = named
  return elsewhere ? ` Namespace ${elsewhere.namespace} has a Gateway of that name.` : ''
}

function useSimilar(
  { mesh, parsed }: Facts,
  resource: HttpRouteResource,
  ref: ParentRef,
  origin: Origin,
): Fix | undefined {
  const namespace = ref.namespace ?? resource.namespace
  const there = mesh.kubernetesGateways.filter(each => each.namespace === namespace).map(({ name }) => name)
  if (ref.kind !== 'Gateway' || there.includes(ref.name)) return undefined
  const name = findSimilar(ref.name, there)
  const edit = name === undefined ? undefined : setScalar(parsed, below(origin, 'name'), name)
  return edit && { title: `Use ${name ?? ''}`, edits: [edit] }
}
