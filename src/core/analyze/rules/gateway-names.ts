import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import { overlaps } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import { setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findSimilar } from '../../base/similar-name.ts'

/**
 * Gateways that a VirtualService names and that are not there, or have none of its hosts. Istio, virtualservice.GatewayAnalyzer;
 * like it, this looks at `spec.gateways` alone and does not understand the older `name.namespace.svc…`.
 */
export const checkGatewayNames: Rule = facts =>
  facts.mesh.virtualServices.flatMap(resource =>
    resource.spec.gateways.flatMap((name, i) =>
      name === 'mesh' ? [] : checkName(facts, resource, name, below(resource.origin, 'spec', 'gateways', i)),
    ),
  )

function checkName(
  facts: Facts,
  resource: VirtualServiceResource,
  name: string,
  origin: Origin,
): readonly Diagnostic[] {
  const who = `VirtualService ${resource.namespace}/${resource.name}`
  const at = name.indexOf('/')
  const key = at < 0 ? `${resource.namespace}/${name}` : name
  const found = hostsOf(facts.mesh, key, resource.namespace)
  const { hosts } = resource.spec
  const isServed = found?.some(server => hosts.some(host => overlaps(host, server))) ?? false
  const missing =
    found === undefined
      ? [
          say(
            MESSAGES.missingGateway,
            { gateway: name },
            {
              detail: `${who} is bound to ${key}, and nothing of that name is there: it has no effect there.${hintFor(facts.mesh, key)}`,
              origin,
              fix: useSimilar(facts, key, name, origin),
            },
          ),
        ]
      : []
  if (isServed) return missing
  const listed =
    found && found.length > 0 ? `It serves ${[...new Set(found)].join(', ')}` : 'It serves no hosts for this namespace'
  const detail = `${found === undefined ? 'There is no such Gateway, so that this goes without saying' : listed}. Requests for ${hosts.join(', ') || 'its hosts'} get no route of ${who} there.`
  return [
    ...missing,
    say(
      found === undefined ? { ...MESSAGES.hostNotInGateway, severity: 'muted' } : MESSAGES.hostNotInGateway,
      { gateway: key, hosts: hosts.join(', ') || 'no host' },
      { detail, origin },
    ),
  ]
}

/** Hosts that a Gateway's servers take routes for from a namespace; undefined where there is no such Gateway. */
function hostsOf(mesh: Mesh, key: string, from: string): readonly string[] | undefined {
  const gateway = mesh.gateways.find(each => `${each.namespace}/${each.name}` === key)
  if (gateway)
    return gateway.spec.servers.flatMap(({ hosts }) => hosts.flatMap(host => forNamespace(host, gateway, from)))
  const kubernetes = mesh.kubernetesGateways.find(each => `${each.namespace}/${each.name}` === key)
  return kubernetes?.spec.listeners.map(({ hostname }) => hostname ?? '*')
}

/** Istio, host.NamesForNamespace. */
function forNamespace(host: string, { namespace }: { readonly namespace: string }, from: string): readonly string[] {
  const slash = host.indexOf('/')
  if (slash < 0) return [host]
  const wanted = host.slice(0, slash) === '.' ? namespace : host.slice(0, slash)
  return wanted === '*' || wanted === from ? [host.slice(slash + 1)] : []
}

function namesIn(mesh: Mesh): readonly { readonly namespace: string; readonly name: string }[] {
  return [...mesh.gateways, ...mesh.kubernetesGateways]
}

function hintFor(mesh: Mesh, key: string): string {
  const elsewhere = namesIn(mesh).find(({ name }) => name === key.slice(key.indexOf('/') + 1))
  return elsewhere
    ? ` Namespace ${elsewhere.namespace} has a Gateway of that name: write ${elsewhere.namespace}/${elsewhere.name}.`
    : ''
}

/** The only Gateway of the same namespace that is almost called so, or that of this name in the only other namespace. */
function useSimilar({ mesh, parsed }: Facts, key: string, written: string, origin: Origin): Fix | undefined {
  const [namespace = '', name = ''] = key.split('/')
  const [elsewhere, another] = namesIn(mesh).filter(each => each.name === name)
  const near = namesIn(mesh).filter(each => each.namespace === namespace)
  const similar = findSimilar(
    name,
    near.map(each => each.name),
  )
  const short = similar !== undefined && written.includes('/') ? `${namespace}/${similar}` : similar
  const meant = elsewhere && !another ? `${elsewhere.namespace}/${elsewhere.name}` : short
  const edit = meant === undefined ? undefined : setScalar(parsed, origin, meant)
  return edit && { title: `Use ${meant ?? ''}`, edits: [edit] }
}
