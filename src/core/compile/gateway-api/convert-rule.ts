import { below } from '../../base/origin.ts'
import type { Origin, Path } from '../../base/origin.ts'
import type { HttpMirror, HttpRetries, HttpRouteResource, HttpRouteRule, HttpRule } from '../../resources/index.ts'
import { EMPTY_RULE } from '../../resources/index.ts'
import type { BoundRule } from '../bound-virtual-service.ts'
import { toBackend } from './backend.ts'
import type { ConversionContext } from './backend.ts'
import { toCorsPolicy } from './cors-filter.ts'
import { toRedirectRule, toRewriteRule } from './filters.ts'
import { isHardError } from './hard-error.ts'
import type { HardError } from './hard-error.ts'
import { toHeaderOperations } from './header-filter.ts'
import { toHttpMatch } from './rule-match.ts'

const OTHER_FILTERS = new Set(['RequestRedirect', 'RequestMirror', 'URLRewrite', 'CORS'])

/**
 * The i-th rule of an HTTPRoute as rules of a VirtualService: one for each match, so that they can be sorted; each knows
 * where in the HTTPRoute it was written. Istio, convertHTTPRoute.
 */
export function convertRule(
  resource: HttpRouteResource,
  index: number,
  context: ConversionContext,
): readonly BoundRule[] | HardError {
  const source = resource.spec.rules[index]
  if (!source) return []
  const path: Path = ['spec', 'rules', index]
  const origin = below(resource.origin, ...path)
  const action = convertAction(source, path, context)
  if (isHardError(action)) return action
  const name = source.name ?? `${resource.namespace}.${resource.name}.${String(index)}`
  const bound = { namespace: resource.namespace, origin, isGatewayApi: true, ...originsOf(action, resource.origin) }
  if (source.matches.length === 0) return [{ ...bound, rule: { ...action.rule, name, match: [] }, matchOrigins: [] }]
  const rules: BoundRule[] = []
  for (const [j, match] of source.matches.entries()) {
    const converted = toHttpMatch(match, [...path, 'matches', j])
    if (isHardError(converted)) return converted
    rules.push({
      ...bound,
      rule: { ...action.rule, name, match: [converted.match] },
      matchOrigins: [below(origin, 'matches', j)],
      fieldPaths: converted.fieldPaths,
    })
  }
  return rules
}

interface ConvertedAction {
  readonly kind: 'action'
  readonly rule: HttpRule
  readonly legPaths: readonly Path[]
  readonly mirrorPaths: readonly Path[]
}

function originsOf(action: ConvertedAction, origin: Origin): Pick<BoundRule, 'legOrigins' | 'mirrorOrigins'> {
  return {
    legOrigins: action.legPaths.map(path => below(origin, ...path)),
    mirrorOrigins: action.mirrorPaths.map(path => below(origin, ...path)),
  }
}

/** What a rule does, whatever it matches. */
function convertAction(source: HttpRouteRule, path: Path, context: ConversionContext): ConvertedAction | HardError {
  const headers = toHeaderOperations(source.filters, path, OTHER_FILTERS)
  if (isHardError(headers)) return headers
  const { mirrors, mirrorPaths } = convertMirrors(source, path, context)
  const retries = source.retry && toRetries(source.retry)
  let rule: HttpRule = { ...EMPTY_RULE, headers, mirrors, ...toTimeouts(source, retries) }
  for (const { type, requestRedirect, urlRewrite, cors } of source.filters) {
    if (type === 'RequestRedirect') rule = { ...rule, redirect: requestRedirect && toRedirectRule(requestRedirect) }
    if (type === 'URLRewrite') rule = { ...rule, rewrite: urlRewrite && toRewriteRule(urlRewrite) }
    if (type === 'CORS') rule = { ...rule, corsPolicy: cors && toCorsPolicy(cors) }
  }
  const used = source.backendRefs.flatMap((ref, i) =>
    ref.weight === 0 ? [] : [{ ref, path: [...path, 'backendRefs', i] }],
  )
  if (used.length === 0 && !rule.redirect) {
    rule = { ...rule, directResponse: { status: 500, body: undefined } }
    return { kind: 'action', rule, legPaths: [], mirrorPaths }
  }
  const route: HttpRule['route'][number][] = []
  for (const leg of used) {
    const backend = toBackend(leg.ref, context, leg.path)
    if (isHardError(backend)) return backend
    const own = toHeaderOperations(leg.ref.filters, leg.path)
    if (isHardError(own)) return own
    route.push({ destination: backend.destination, weight: used.length === 1 ? 0 : leg.ref.weight, headers: own })
  }
  return { kind: 'action', rule: { ...rule, route }, legPaths: used.map(leg => leg.path), mirrorPaths }
}

/** Mirrors whose backend is not valid are left out. Istio, createMirrorFilter. */
function convertMirrors({ filters }: HttpRouteRule, path: Path, context: ConversionContext) {
  const mirrors: HttpMirror[] = []
  const mirrorPaths: Path[] = []
  for (const [i, { type, requestMirror }] of filters.entries()) {
    if (type !== 'RequestMirror' || !requestMirror) continue
    const own = ['filters', i, 'requestMirror']
    const backend = toBackend(requestMirror.backendRef, context, [...path, ...own])
    if (isHardError(backend) || backend.invalid !== undefined) continue
    const { fraction } = requestMirror
    const percent = fraction ? (100 * fraction.numerator) / fraction.denominator : requestMirror.percent
    mirrors.push({
      destination: backend.destination,
      percent: percent ?? 100,
      ...(percent === undefined && { isOldPercent: true }),
      path: own,
    })
    mirrorPaths.push([...path, ...own])
  }
  return { mirrors, mirrorPaths }
}

const RETRY_ON = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled']

function toRetries({ codes, attempts, backoffMs }: NonNullable<HttpRouteRule['retry']>): HttpRetries {
  return {
    attempts: attempts ?? 2,
    perTryTimeoutMs: undefined,
    retryOn: attempts === 0 ? undefined : [...RETRY_ON, ...codes.map(String)].join(','),
    backoffMs,
    retryRemoteLocalities: undefined,
    retryIgnorePreviousHosts: undefined,
  }
}

/** A backend's time-out is that of each try where retries are configured, else the whole one's. 0 is none. */
function toTimeouts(
  { timeouts }: HttpRouteRule,
  retries: HttpRetries | undefined,
): Pick<HttpRule, 'timeoutMs' | 'retries'> {
  const requestMs = timeouts?.requestMs || undefined
  const backendMs = timeouts?.backendRequestMs || undefined
  if (backendMs === undefined) return { timeoutMs: requestMs, retries }
  if (!retries) return { timeoutMs: backendMs, retries }
  return { timeoutMs: requestMs, retries: { ...retries, perTryTimeoutMs: backendMs } }
}
