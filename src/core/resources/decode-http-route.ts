import type {
  BackendRef,
  HeaderModifier,
  HttpRouteFilter,
  HttpRouteMatch,
  HttpRouteRule,
  HttpRouteSpec,
  NamedMatch,
  PathModifier,
} from './http-route-spec.ts'
import type { Reader } from './reader.ts'

const GROUP = 'gateway.networking.k8s.io'

/** gateway.networking.k8s.io HTTPRoute, v1 and v1beta1, with the defaults that its CRD has. */
export function decodeHttpRoute(resource: Reader): HttpRouteSpec {
  const spec = resource.at('spec')
  return {
    parentRefs: spec.list('parentRefs').map(ref => ({
      group: ref.string('group') ?? GROUP,
      kind: ref.string('kind') ?? 'Gateway',
      namespace: ref.string('namespace') || undefined,
      name: ref.string('name') ?? '',
      sectionName: ref.string('sectionName') || undefined,
      port: ref.number('port'),
    })),
    hostnames: spec.strings('hostnames'),
    rules: spec.at('rules').isPresent ? spec.list('rules').map(decodeRule) : [EVERYTHING],
  }
}

/** What the API server writes where a rule has no `matches`; an empty list stays empty. */
const EVERY_PATH: HttpRouteMatch = {
  path: { type: 'PathPrefix', value: '/' },
  headers: [],
  queryParams: [],
  method: undefined,
}

const EVERYTHING: HttpRouteRule = {
  name: undefined,
  matches: [EVERY_PATH],
  filters: [],
  backendRefs: [],
  timeouts: undefined,
  retry: undefined,
}

function decodeRule(rule: Reader): HttpRouteRule {
  return {
    name: rule.string('name') || undefined,
    matches: rule.at('matches').isPresent ? rule.list('matches').map(decodeMatch) : [EVERY_PATH],
    filters: rule.list('filters').map(decodeFilter),
    backendRefs: rule.list('backendRefs').map(ref => ({
      ...decodeBackend(ref),
      weight: ref.number('weight') ?? 1,
      filters: ref.list('filters').map(decodeFilter),
    })),
    timeouts: rule.message('timeouts', timeouts => ({
      requestMs: timeouts.durationMs('request'),
      backendRequestMs: timeouts.durationMs('backendRequest'),
    })),
    retry: rule.message('retry', retry => ({
      codes: retry
        .list('codes')
        .flatMap(({ node }) => (node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : [])),
      attempts: retry.number('attempts'),
      backoffMs: retry.durationMs('backoff'),
    })),
  }
}

function decodeMatch(match: Reader): HttpRouteMatch {
  const path = match.at('path')
  return {
    path: { type: path.string('type') ?? 'PathPrefix', value: path.string('value') ?? '/' },
    headers: match.list('headers').map(decodeNamed),
    queryParams: match.list('queryParams').map(decodeNamed),
    method: match.string('method') || undefined,
  }
}

function decodeNamed(named: Reader): NamedMatch {
  return {
    type: named.string('type') ?? 'Exact',
    name: named.string('name') ?? '',
    value: named.string('value') ?? '',
  }
}

function decodeBackend(ref: Reader): BackendRef {
  return {
    group: ref.string('group') ?? '',
    kind: ref.string('kind') ?? 'Service',
    namespace: ref.string('namespace') || undefined,
    name: ref.string('name') ?? '',
    port: ref.number('port'),
  }
}

function decodeFilter(filter: Reader): HttpRouteFilter {
  return {
    type: filter.string('type') ?? '',
    requestHeaderModifier: filter.message('requestHeaderModifier', decodeModifier),
    responseHeaderModifier: filter.message('responseHeaderModifier', decodeModifier),
    requestMirror: filter.message('requestMirror', mirror => ({
      backendRef: decodeBackend(mirror.at('backendRef')),
      percent: mirror.number('percent'),
      fraction: mirror.message('fraction', fraction => ({
        numerator: fraction.number('numerator') ?? 0,
        denominator: fraction.number('denominator') ?? 100,
      })),
    })),
    requestRedirect: filter.message('requestRedirect', redirect => ({
      scheme: redirect.string('scheme'),
      hostname: redirect.string('hostname'),
      path: redirect.message('path', decodePath),
      port: redirect.number('port'),
      statusCode: redirect.number('statusCode'),
    })),
    urlRewrite: filter.message('urlRewrite', rewrite => ({
      hostname: rewrite.string('hostname'),
      path: rewrite.message('path', decodePath),
    })),
    cors: filter.message('cors', cors => ({
      allowOrigins: cors.strings('allowOrigins'),
      allowCredentials: cors.boolean('allowCredentials'),
      allowMethods: cors.strings('allowMethods'),
      allowHeaders: cors.strings('allowHeaders'),
      exposeHeaders: cors.strings('exposeHeaders'),
      maxAgeSeconds: cors.number('maxAge') ?? 5,
    })),
  }
}

function decodeModifier(modifier: Reader): HeaderModifier {
  const lines = (field: string) =>
    modifier.list(field).map(line => [line.string('name') ?? '', line.string('value') ?? ''] as const)
  return { set: lines('set'), add: lines('add'), remove: modifier.strings('remove') }
}

function decodePath(path: Reader): PathModifier {
  const type = path.string('type') ?? ''
  return { type, value: path.string(type === 'ReplaceFullPath' ? 'replaceFullPath' : 'replacePrefixMatch') ?? '' }
}
