import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Route, VirtualHost } from '../envoy/index.ts'
import type { OutboundProxy } from './outbound-proxy.ts'

/** What to call a route in a table: its name, or `rule 2` after its place in the text. */
export function labelOf(route: Route): string {
  if (route.name !== '') return route.name
  const number = ruleNumber(route.origin)
  return number === undefined ? 'a route' : `rule ${String(number)}`
}

/** What to call a route in a trace: `Rule 2, canary`, `Rule 2, match 3`, `The Service’s own route`. */
export function titleOf({ name, origin, matchOrigin }: Route, host?: VirtualHost): string {
  const title = titleOfRule(name, origin, heldBy(origin, host))
  if (title !== undefined)
    return isLaterMatch(matchOrigin) ? `${title}, match ${String(matchIndex(matchOrigin) + 1)}` : title
  return FIXED[name] ?? (name || 'A route')
}

/** `Rule 2, canary`, `HTTPRoute reviews, rule 2`; undefined for what is no rule. */
export function titleOfRule(name: string, origin: Origin | undefined, of?: string): string | undefined {
  const number = ruleNumber(origin)
  if (number === undefined) return undefined
  const httpRoute = isHttpRoute(origin) && OWN_NAME.exec(name)?.[1]
  if (httpRoute) return `HTTPRoute ${httpRoute}, rule ${String(number)}`
  const rule = `Rule ${String(number)}${of === undefined ? '' : ` of ${of}`}`
  return name === '' ? rule : `${rule}, ${name}`
}

/** Within a sentence: `rule 2`. */
export function shortTitleOf(route: Route, host?: VirtualHost): string {
  const number = ruleNumber(route.origin)
  const of = heldBy(route.origin, host)
  return number === undefined ? titleOf(route) : `rule ${String(number)}${of === undefined ? '' : ` of ${of}`}`
}

/** The resource that holds a rule, where it is not the virtual host's first. */
function heldBy(origin: Origin | undefined, host: VirtualHost | undefined): string | undefined {
  const key = (place: Origin) => `${String(place.documentId)} ${place.path.join('/')}`
  const wanted = origin && key(origin)
  return host?.source?.rules.find(rule => rule.of !== undefined && key(rule.origin) === wanted)?.of
}

/** Where a route stands: the rule, or one of its later matches. */
export function placeOf({ origin, matchOrigin }: Route): Origin | undefined {
  return isLaterMatch(matchOrigin) ? matchOrigin : origin
}

/** Names that were read before: traces ask for the same few over and over. */
const KNOWN_PARTS = new Map<string, ClusterParts>()
const MOST_KNOWN = 5000

/** The parts of `outbound|9080|v1|reviews.default.svc.cluster.local`; undefined for `PassthroughCluster`. */
export function clusterParts(name: ClusterName | string): ClusterParts | undefined {
  const known = KNOWN_PARTS.get(name)
  if (known) return known
  const parts = readParts(name)
  if (KNOWN_PARTS.size >= MOST_KNOWN) KNOWN_PARTS.clear()
  if (parts) KNOWN_PARTS.set(name, parts)
  return parts
}

function readParts(name: string): ClusterParts | undefined {
  const [direction, port, subset, host] = name.split('|')
  if (direction !== 'outbound' || port === undefined || subset === undefined || host === undefined) return undefined
  const isLocal = host.includes('.svc.')
  return { port, subset, host, shortHost: isLocal ? host.slice(0, host.indexOf('.')) : host }
}

export interface ClusterParts {
  readonly port: string
  /** Empty for all pods of the host. */
  readonly subset: string
  readonly host: string
  /** `reviews` of a Service's full name. */
  readonly shortHost: string
}

/** Legs by subset, or by host where they have none; both where one alone would name two of them. */
export function legLabels(clusters: readonly ClusterName[]): readonly string[] {
  const parts = clusters.map(clusterParts)
  const short = clusters.map((name, i) => parts[i]?.subset || (parts[i]?.shortHost ?? name))
  return short.map((label, i) => {
    const one = parts[i]
    if (!one || short.indexOf(label) === short.lastIndexOf(label)) return label
    return [one.shortHost, one.subset, `:${one.port}`].filter(part => part !== '').join(' ')
  })
}

/** Why there is no such cluster: the Service, its port or the subset is missing, or Envoy refuses what istiod sent. */
export function missingWords(
  name: ClusterName,
  clusters: ReadonlyMap<ClusterName, unknown>,
  refused: OutboundProxy['refused'],
): string {
  const refusal = refused(name)
  if (refusal !== undefined) return `Envoy does not accept it (${refusal})`
  const parts = clusterParts(name)
  if (!parts) return 'the sidecar has no cluster of this name'
  const { host, port, subset } = parts
  const known = [...clusters.keys()].map(clusterParts).filter(other => other?.host === host)
  if (known.length === 0) return `no Service has host ${host}`
  if (!known.some(other => other?.port === port)) return `Service ${parts.shortHost} has no port ${port}`
  return `no DestinationRule that this caller looks up defines subset ${subset}`
}

const FIXED: Readonly<Record<string, string>> = {
  default: 'The Service’s own route',
  allow_any: 'The route for unknown hosts',
  block_all: 'The route for unknown hosts',
}

/** What istiod calls a rule of an HTTPRoute that has no name of its own: `namespace.httproute.index`. */
const OWN_NAME = /^[^.]+\.(.+)\.\d+$/

const isHttpRoute = (origin: Origin | undefined): boolean => origin?.path.includes('http') === false

/** Of `spec.http[i]` or, in an HTTPRoute, `spec.rules[i]`. */
function ruleNumber(origin: Origin | undefined): number | undefined {
  const path = origin?.path ?? []
  const field = path.includes('http') ? 'http' : 'rules'
  const index = path[path.lastIndexOf(field) + 1]
  return path.includes(field) && typeof index === 'number' ? index + 1 : undefined
}

function matchIndex(matchOrigin: Origin | undefined): number {
  const [field, last] = matchOrigin?.path.slice(-2) ?? []
  return typeof last === 'number' && (field === 'match' || field === 'matches') ? last : 0
}

const isLaterMatch = (matchOrigin: Origin | undefined): boolean => matchIndex(matchOrigin) > 0
