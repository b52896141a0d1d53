import type { ProxyId } from '../core/base/ids.ts'
import { below } from '../core/base/origin.ts'
import type { Route, RouteAction, VirtualHost } from '../core/envoy/index.ts'
import { covers } from '../core/reach/index.ts'
import type { Destination, HttpRule } from '../core/resources/index.ts'
import { conditionOf, sourceOf } from './condition.ts'
import { milliseconds, percent } from './figures.ts'
import { clusterParts, originKey, shortHost } from './names.ts'
import type { SourceRule } from './rule-sources.ts'
import type { LegRow, RuleRow } from './stage.ts'

/** What the rows of one rules card are made of. */
export interface RuleSource {
  readonly cardId: string
  readonly host: string
  readonly virtualHosts: readonly VirtualHost[]
  /** In YAML order; none where the Service's own route is all there is. */
  readonly rules: readonly SourceRule[]
  /** Whose sidecar it is. */
  readonly proxy: ProxyId
}

/** All rules of a VirtualService or of HTTPRoutes in YAML order, those that no request can reach too; then routes that are in none of them. */
export function rowsOf(source: RuleSource): readonly RuleRow[] {
  const { rules } = source
  const routes = source.virtualHosts.flatMap(host => host.routes)
  const names = rules.map(({ rule }) => rule.name)
  const rows = rules.map((each, i) => {
    const { name } = each.rule
    const unique = name !== undefined && names.indexOf(name) === names.lastIndexOf(name)
    const id = `${source.cardId}/${unique ? name : `rule ${String(i + 1)}`}`
    return rowOfRule(source, each, i, id)
  })
  const known = new Set(rows.map(row => originKey(row.origin)))
  const whole = rows.map((row, i) => {
    const parts = rows.filter((_, j) => rules[i]?.rule.delegate && rules[j]?.within === rules[i].rule.match)
    return parts.length === 0 ? row : { ...row, parts: parts.map(({ id }) => id) }
  })
  const others = new Map<string, Route>()
  for (const route of routes) {
    const key = originKey(route.origin)
    if (!known.has(key) && !others.has(key)) others.set(key, route)
  }
  return [...whole, ...[...others.values()].map((route, i) => rowOfRoute(source, route, rules.length > 0, i))]
}

function rowOfRule(source: RuleSource, each: SourceRule, index: number, id: string): RuleRow {
  const { rule, origin } = each
  const why = whyUnreachable(source, each)
  // An HTTPRoute's rules go by precedence: the one without conditions is the last, wherever it stands.
  const isLast = each.legField === 'backendRefs' && source.rules.length > 1
  const asked = rule.match.length === 0 && each.within ? { ...rule, match: each.within } : rule
  const condition = conditionOf(asked, isLast ? source.rules.length : index)
  const text = why === undefined ? condition.text : why.startsWith('only for') ? why : 'never reached'
  return {
    id,
    title: rule.name ?? each.fallback,
    called: each.called ?? each.fallback,
    number: each.number,
    condition: text,
    mono: why === undefined && condition.mono,
    share: 0,
    state: why === undefined ? 'live' : 'unreachable',
    why,
    legs: legsOf(source, each, id).map(({ path, ...leg }) => ({
      ...leg,
      origin: originOfLeg(origin, path),
    })),
    badges: badgesOf(rule),
    origin,
  }
}

type DraftLeg = LegRow & { readonly path: readonly (string | number)[] }
const originOfLeg = (origin: RuleRow['origin'], path: readonly (string | number)[]) => origin && below(origin, ...path)

function legsOf(source: RuleSource, { rule, namespace, legField }: SourceRule, rowId: string): readonly DraftLeg[] {
  const used = new Map<string, number>()
  const idOf = (label: string): string => {
    const n = (used.get(label) ?? 0) + 1
    used.set(label, n)
    return n === 1 ? `${rowId}/${label}` : `${rowId}/${label} ${String(n)}`
  }
  const base = { share: 0, origin: undefined } as const
  const legs: DraftLeg[] = []
  const total = rule.route.reduce((sum, route) => sum + (route.weight ?? 0), 0)
  rule.route.forEach((route, i) => {
    const label = labelOf(route.destination, source.host, namespace)
    const setShare = rule.route.length === 1 ? 1 : total > 0 ? (route.weight ?? 0) / total : 0
    legs.push({ ...base, id: idOf(label), label, setShare, tone: 'ok', kind: 'forward', path: [legField, i] })
  })
  if (rule.redirect) {
    const label = `redirect ${String(rule.redirect.redirectCode ?? 301)}`
    legs.push({ ...base, id: idOf(label), label, setShare: 1, tone: 'ok', kind: 'reply', path: ['redirect'] })
  } else if (rule.directResponse) {
    const { status } = rule.directResponse
    const tone = status >= 500 ? 'app' : 'ok'
    const label = `answer ${String(status)}`
    legs.push({ ...base, id: idOf(label), label, setShare: 1, tone, kind: 'reply', path: ['directResponse'] })
  }
  for (const mirror of rule.mirrors) {
    const label = labelOf(mirror.destination, source.host, namespace)
    const id = idOf(`mirror ${label}`)
    legs.push({ ...base, id, label, setShare: undefined, tone: 'ghost', kind: 'mirror', path: mirror.path })
  }
  return legs
}

/** `v1` for a subset of the card's own host, else the host and the subset. */
export function labelOf(destination: Destination, host: string, namespace: string): string {
  const full = fullHost(destination.host, namespace)
  const name = shortHost(full, namespace)
  const own = full === host || destination.host === shortHost(host, namespace)
  if (destination.subset === undefined || destination.subset === '') return name
  return own ? destination.subset : `${name} ${destination.subset}`
}

/** Istio, ResolveShortnameToFQDN: a name without a dot is a Service of the namespace of the resource that says it. */
export const fullHost = (host: string, namespace: string): string =>
  (host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`).toLowerCase()

function whyUnreachable(source: RuleSource, { rule, origin }: SourceRule): string | undefined {
  const key = originKey(origin)
  let shadowedBy: Route | undefined
  let present = false
  for (const host of source.virtualHosts) {
    for (const [i, route] of host.routes.entries()) {
      if (originKey(route.origin) !== key) continue
      present = true
      const before = host.routes
        .slice(0, i)
        .find(other => originKey(other.origin) !== key && covers(other.match, route.match))
      if (!before) return undefined
      shadowedBy = before
    }
  }
  if (present) return shadowedBy && `${ruleWords(source, shadowedBy)} takes these first`
  if (rule.delegate) return undefined
  const sources = rule.match.map(sourceOf)
  if (sources.length > 0 && sources.every(text => text !== '')) return `only for ${[...new Set(sources)].join(' or ')}`
  if (
    rule.match.length > 0 &&
    rule.match.every(match => match.gateways.length > 0 && !match.gateways.includes('mesh'))
  ) {
    return `only for gateway ${rule.match.flatMap(match => match.gateways).join(', ')}`
  }
  const takesAll = source.virtualHosts.flatMap(host => host.routes).findLast(route => isCatchAll(route))
  if (takesAll) return `${ruleWords(source, takesAll)} takes all`
  return 'not used for this port'
}

const isCatchAll = (route: Route): boolean =>
  covers(route.match, {
    path: { kind: 'safeRegex', value: '' },
    pathOrigin: undefined,
    caseSensitive: true,
    headers: [],
    query: [],
  })

function ruleWords(source: RuleSource, route: Route): string {
  const found = source.rules.find(({ origin }) => originKey(origin) === originKey(route.origin))
  return found?.called ?? found?.fallback ?? 'another rule'
}

/** `fault`, `timeout` and the like in a word or two each. */
function badgesOf(rule: HttpRule): readonly string[] {
  const badges: string[] = []
  const { delay, abort } = rule.fault ?? { delay: undefined, abort: undefined }
  if (delay) badges.push(`delay ${milliseconds(delay.fixedDelayMs)} ${percent(delay.percent / 100)}`)
  if (abort) badges.push(`abort ${String(abort.httpStatus ?? abort.grpcStatus ?? '')} ${percent(abort.percent / 100)}`)
  for (const mirror of rule.mirrors) {
    badges.push(`mirror ${mirror.destination.subset ?? mirror.destination.host} ${percent(mirror.percent / 100)}`)
  }
  if (rule.timeoutMs !== undefined && rule.timeoutMs > 0) badges.push(`timeout ${milliseconds(rule.timeoutMs)}`)
  if (rule.retries) badges.push(rule.retries.attempts === 0 ? 'no retries' : `retries ${String(rule.retries.attempts)}`)
  if (rule.rewrite) badges.push(`rewrite ${rule.rewrite.uri ?? rule.rewrite.authority ?? 'by pattern'}`)
  if (rule.delegate) badges.push(`delegate ${rule.delegate.name}`)
  return badges
}

/** A route that is no rule of the card's VirtualService: a Service's own, passthrough, or a delegate's. */
function rowOfRoute(source: RuleSource, route: Route, delegated: boolean, index: number): RuleRow {
  const id = `${source.cardId}/${route.name || 'route'}${index === 0 ? '' : ` ${String(index + 1)}`}`
  const title = route.name === 'allow_any' ? 'passthrough' : delegated ? route.name || 'delegated' : 'default'
  const condition = route.name === 'allow_any' ? 'no Service has this host' : delegated ? 'delegated' : 'no conditions'
  const legs = legsOfAction(source, route.action, id, route.name === 'allow_any')
  const common = { share: 0, state: 'live', why: undefined, badges: [], mono: false } as const
  return { ...common, id, title, condition, legs, origin: route.origin }
}

function legsOfAction(source: RuleSource, action: RouteAction, id: string, outside: boolean): readonly LegRow[] {
  if (action.kind !== 'forward') {
    const label = `${action.kind === 'redirect' ? 'redirect' : 'answer'} ${String(action.status)}`
    const tone = action.status >= 500 ? 'app' : 'ok'
    return [{ id: `${id}/reply`, label, setShare: 1, share: 0, tone, kind: 'reply', origin: undefined }]
  }
  const namespace = source.host.split('.')[1] ?? ''
  return action.clusters.map((leg, i) => {
    const parts = clusterParts(leg.cluster)
    const label = outside ? 'as dialled' : !parts ? leg.cluster : parts.subset || shortHost(parts.host, namespace)
    const setShare = action.clusters.length === 1 ? 1 : leg.weight / action.totalWeight
    const legId = `${id}/${label}${i === 0 ? '' : ` ${String(i + 1)}`}`
    return { id: legId, label, setShare, share: 0, tone: 'ok', kind: 'forward', origin: leg.origin }
  })
}
