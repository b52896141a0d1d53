import { toResourceKey } from '../../base/ids.ts'
import type { Hostname } from '../../base/ids.ts'
import { compareAge, compareText } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { HttpRouteResource, VirtualServiceResource } from '../../resources/index.ts'
import type { BoundRule, BoundVirtualService } from '../bound-virtual-service.ts'
import type { BoundGateway, GatewayRoutes } from '../gateway/gateway-server.ts'
import type { ConversionContext } from './backend.ts'
import { convertRule } from './convert-rule.ts'
import { isHardError } from './hard-error.ts'
import type { HardError } from './hard-error.ts'
import { convertGateways } from './listeners.ts'
import { sortByPrecedence } from './match-order.ts'
import { findAttachments } from './parents.ts'
import type { Attachment, Refusal } from './parents.ts'
import { isGranted } from './reference-grants.ts'
import { portMatch } from './rule-match.ts'

/** What the Gateway API's resources become before anything is compiled from them. */
export interface ConvertedRoutes {
  /** For callers in the mesh. */
  readonly mesh: readonly BoundVirtualService[]
  /** For gateways, by the Gateways that their listeners become. */
  readonly gatewayRoutes: readonly GatewayRoutes[]
  readonly gateways: readonly BoundGateway[]
  /** HTTPRoutes that do not count, or not everywhere, and why. */
  readonly refusals: readonly (Refusal & { readonly resource: HttpRouteResource })[]
}

/**
 * HTTPRoutes as VirtualServices with Gateway semantics: one for each parent and host, in which the rules of all HTTPRoutes
 * attached to it stand by precedence. Istio, HTTPRouteCollection, mergeHTTPRoutes.
 */
export function convertRoutes(mesh: Mesh): ConvertedRoutes {
  const made = known.get(mesh) ?? convert(mesh)
  known.set(mesh, made)
  return made
}

const known = new WeakMap<Mesh, ConvertedRoutes>()

function convert(mesh: Mesh): ConvertedRoutes {
  const { gateways, listeners } = convertGateways(mesh)
  const refusals: (Refusal & { resource: HttpRouteResource })[] = []
  const drafts = new Map<string, Draft[]>()
  for (const resource of mesh.httpRoutes) {
    const { accepted, refused } = findAttachments(resource, mesh, listeners)
    refusals.push(...refused.map(refusal => ({ ...refusal, resource })))
    const converted = createConversion(resource, mesh)
    let count = 0
    for (const attachment of accepted) {
      const rules = converted(attachment.parent.kind)
      if (isHardError(rules)) {
        const origin = { documentId: resource.origin.documentId, path: [...resource.origin.path, ...rules.path] }
        if (!refusals.some(other => other.resource === resource && other.because === rules.because)) {
          refusals.push({ resource, because: rules.because, origin })
        }
        continue
      }
      if (rules.length === 0) continue
      for (const host of attachment.hosts) {
        const key = `${attachment.key}/${host}`
        const draft = { resource, name: `${resource.name}~${String(count++)}~`, attachment, host, rules }
        drafts.set(key, [...(drafts.get(key) ?? []), draft])
      }
    }
  }
  const merged = [...drafts].map(([key, group]) => merge(key, [...group].sort(compareDrafts)))
  return {
    mesh: merged.filter(({ gateway }) => gateway === undefined).map(({ bound }) => bound),
    gatewayRoutes: merged.flatMap(({ bound, gateway }) =>
      gateway === undefined ? [] : { bound, gateways: [gateway], gatewaySemantics: true },
    ),
    gateways,
    refusals,
  }
}

interface Draft {
  readonly resource: HttpRouteResource
  /** Of the VirtualService that istiod names it by before it merges. */
  readonly name: string
  readonly attachment: Attachment
  readonly host: Hostname
  readonly rules: readonly BoundRule[]
}

/** Oldest first, then by namespace and name. Istio, sortRoutesByCreationTime. */
function compareDrafts(a: Draft, b: Draft): number {
  return (
    compareAge(a.resource, b.resource) ||
    compareText(a.resource.namespace, b.resource.namespace) ||
    compareText(a.name, b.name)
  )
}

/** All rules of an HTTPRoute, converted once for the mesh and once for gateways, where grants count. */
function createConversion(resource: HttpRouteResource, mesh: Mesh) {
  const known = new Map<Attachment['parent']['kind'], readonly BoundRule[] | HardError>()
  const convert = (kind: Attachment['parent']['kind']): readonly BoundRule[] | HardError => {
    const context: ConversionContext = {
      mesh,
      namespace: resource.namespace,
      isGranted: ({ group, kind: toKind, namespace, name }) =>
        kind === 'mesh' ||
        namespace === undefined ||
        namespace === resource.namespace ||
        isGranted(mesh, {
          from: { kind: 'HTTPRoute', namespace: resource.namespace },
          to: { group, kind: toKind, namespace, name },
        }),
    }
    const rules: BoundRule[] = []
    for (const index of resource.spec.rules.keys()) {
      const converted = convertRule(resource, index, context)
      if (isHardError(converted)) return converted
      rules.push(...converted)
    }
    return rules
  }
  return (kind: Attachment['parent']['kind']) => {
    const rules = known.get(kind) ?? convert(kind)
    known.set(kind, rules)
    return rules
  }
}

function merge(
  key: string,
  drafts: readonly Draft[],
): { readonly bound: BoundVirtualService; readonly gateway: string | undefined } {
  const [first] = drafts
  if (!first) throw new Error('nothing to merge')
  const rules = sortByPrecedence(
    drafts.flatMap(({ rules: own, attachment: { parent } }) =>
      sortByPrecedence(parent.kind === 'mesh' && parent.port !== undefined ? forPort(own, parent.port) : own),
    ),
  )
  const { resource, host, attachment } = first
  const gateway = attachment.parent.kind === 'mesh' ? undefined : attachment.parent.gateway
  const names = new Set(drafts.map(draft => draft.resource.name))
  return {
    gateway,
    bound: {
      resource: toVirtualService(key.replaceAll('/', '~'), resource, host, gateway ?? 'mesh', rules),
      hosts: [host],
      rules,
      isGatewayApi: true,
      source: {
        kind: 'HTTPRoute',
        name: [...names].join(', '),
        rules: drafts.flatMap(draft =>
          draft.resource.spec.rules.map((rule, i) => ({
            name: rule.name ?? '',
            origin: { ...draft.resource.origin, path: [...draft.resource.origin.path, 'spec', 'rules', i] },
          })),
        ),
      },
    },
  }
}

/** Istio, augmentPortMatch. */
function forPort(rules: readonly BoundRule[], port: number): readonly BoundRule[] {
  return rules.map(bound => {
    const match = bound.rule.match.length > 0 ? bound.rule.match.map(each => ({ ...each, port })) : [portMatch(port)]
    const matchOrigins = bound.matchOrigins.length > 0 ? bound.matchOrigins : [bound.origin]
    return { ...bound, rule: { ...bound.rule, match }, matchOrigins }
  })
}

/** The VirtualService that istiod keeps for an HTTPRoute, by the name that decides between equally old ones. */
function toVirtualService(
  name: string,
  { namespace, apiVersion, labels, creationTimestamp, origin }: HttpRouteResource,
  host: Hostname,
  gateway: string,
  rules: readonly BoundRule[],
): VirtualServiceResource {
  return {
    kind: 'VirtualService',
    key: toResourceKey('VirtualService', namespace, name),
    apiVersion,
    name,
    namespace,
    labels,
    creationTimestamp,
    origin,
    spec: {
      hosts: [host],
      gateways: [gateway],
      exportTo: [],
      http: rules.map(({ rule }) => rule),
      tcp: [],
      tls: [],
    },
  }
}
