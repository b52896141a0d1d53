import { parseDuration } from '../../base/duration.ts'
import { at, GATEWAY_DURATION, GROUP, has, HEADER_NAME, HEADER_VALUE, HOSTNAME } from './gateway-api-parts.ts'
import { itemsOf, KIND, NAMESPACE, NEEDS_PORT, OBJECT_NAME, PORT, QUERY_VALUE } from './gateway-api-parts.ts'
import { SECTION_NAME, textAt, unique } from './gateway-api-parts.ts'
import { BACKEND_FIELDS, FILTERS, METHOD } from './http-route-filter-schema.ts'
import { ANY, listOf, object, oneOfWords } from './schema.ts'
import type { PlainValue, Rule, Schema } from './schema.ts'

const PARENT_REF = object(
  { group: GROUP, kind: KIND, name: OBJECT_NAME, namespace: NAMESPACE, port: PORT, sectionName: SECTION_NAME },
  { required: ['name'] },
)

const parentOf = (ref: PlainValue): string =>
  JSON.stringify([
    at(ref, 'group') ?? 'gateway.networking.k8s.io',
    at(ref, 'kind') ?? 'Gateway',
    at(ref, 'name'),
    at(ref, 'namespace') ?? '',
  ])

const PARENT_RULES: readonly Rule[] = [
  {
    message: 'sectionName or port must be specified when parentRefs includes 2 or more references to the same parent',
    holds: refs =>
      itemsOf(refs).every((a, i, all) =>
        all
          .slice(i + 1)
          .every(
            b =>
              parentOf(a) !== parentOf(b) ||
              (has(a, 'sectionName') === has(b, 'sectionName') && has(a, 'port') === has(b, 'port')),
          ),
      ),
  },
  unique(
    'sectionName or port must be unique when parentRefs includes 2 or more references to the same parent',
    ref => `${parentOf(ref)} ${JSON.stringify([at(ref, 'sectionName') ?? '', at(ref, 'port') ?? 0])}`,
  ),
]

const isLiteral = (path: PlainValue): boolean => (at(path, 'type') ?? 'PathPrefix') !== 'RegularExpression'
const pathRule = (message: string, holds: (value: string) => boolean): Rule => ({
  message: `${message} when type one of ['Exact', 'PathPrefix']`,
  holds: path => !isLiteral(path) || holds(textAt(path, 'value', '/')),
})
const PATH_CHARACTERS = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$/
const PATH = object(
  { type: oneOfWords('Exact', 'PathPrefix', 'RegularExpression'), value: { type: 'string', maxLength: 1024 } },
  {
    rules: [
      pathRule("value must be an absolute path and start with '/'", value => value.startsWith('/')),
      ...['//', '/./', '/../', '%2f', '%2F', '#'].map(part =>
        pathRule(`must not contain '${part}'`, value => !value.includes(part)),
      ),
      ...['/..', '/.'].map(end => pathRule(`must not end with '${end}'`, value => !value.endsWith(end))),
      {
        message:
          "must only contain valid characters (matching ^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$) for types ['Exact', 'PathPrefix']",
        holds: path => !isLiteral(path) || PATH_CHARACTERS.test(textAt(path, 'value', '/')),
      },
    ],
  },
)

const named = (value: Schema): Schema => ({
  type: 'array',
  items: object(
    { name: HEADER_NAME, type: oneOfWords('Exact', 'RegularExpression'), value },
    { required: ['name', 'value'] },
  ),
  maxItems: 16,
  keys: ['name'],
})
const MATCH = object({ headers: named(HEADER_VALUE), method: METHOD, path: PATH, queryParams: named(QUERY_VALUE) })

const BACKEND_REF = object(
  { ...BACKEND_FIELDS, filters: FILTERS, weight: { type: 'integer', min: 0, max: 1_000_000 } },
  { required: ['name'], rules: [NEEDS_PORT] },
)

/** Whether a list of filters replaces the matched prefix in exactly one of type `field`. */
const replacesPrefix = (filters: PlainValue | undefined, field: string): boolean =>
  itemsOf(filters).filter(filter => has(at(at(filter, field), 'path'), 'replacePrefixMatch')).length === 1

/** A rule has one match, and that a PathPrefix; one that gives none has it by default. */
function hasOnePrefix(rule: PlainValue): boolean {
  if (!has(rule, 'matches')) return true
  const [match, ...others] = itemsOf(at(rule, 'matches'))
  const type = at(at(match, 'path'), 'type') ?? 'PathPrefix'
  return match !== undefined && others.length === 0 && type === 'PathPrefix'
}

const ONE_PREFIX = 'filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified'
const PREFIX_FILTERS = [
  ['RequestRedirect', 'requestRedirect'],
  ['URLRewrite', 'urlRewrite'],
] as const
const RULE_RULES: readonly Rule[] = [
  {
    message: 'RequestRedirect filter must not be used together with backendRefs',
    holds: rule =>
      itemsOf(at(rule, 'backendRefs')).length === 0 ||
      itemsOf(at(rule, 'filters')).every(filter => !has(filter, 'requestRedirect')),
  },
  ...PREFIX_FILTERS.flatMap(([type, field]): Rule[] => [
    {
      message: `When using ${type} ${ONE_PREFIX}`,
      holds: rule => !replacesPrefix(at(rule, 'filters'), field) || hasOnePrefix(rule),
    },
    {
      message: `Within backendRefs, when using ${type} ${ONE_PREFIX}`,
      holds: rule =>
        itemsOf(at(rule, 'backendRefs')).filter(ref => replacesPrefix(at(ref, 'filters'), field)).length !== 1 ||
        hasOnePrefix(rule),
    },
  ]),
]

const durationOf = (timeouts: PlainValue, field: string) => parseDuration(textAt(timeouts, field)) ?? 0
const TIMEOUTS = object(
  { backendRequest: GATEWAY_DURATION, request: GATEWAY_DURATION },
  {
    rules: [
      {
        message: 'backendRequest timeout cannot be longer than request timeout',
        holds: timeouts => {
          if (!has(timeouts, 'request') || !has(timeouts, 'backendRequest')) return true
          const request = durationOf(timeouts, 'request')
          return request === 0 || durationOf(timeouts, 'backendRequest') <= request
        },
      },
    ],
  },
)
const RETRY = object({
  attempts: { type: 'integer', min: 1 },
  backoff: GATEWAY_DURATION,
  codes: { type: 'array', items: { type: 'integer', min: 400, max: 599 }, keys: [] },
})

const RULE = object(
  {
    backendRefs: listOf(BACKEND_REF, 16),
    filters: FILTERS,
    matches: listOf(MATCH, 64),
    name: SECTION_NAME,
    retry: RETRY,
    sessionPersistence: ANY,
    timeouts: TIMEOUTS,
  },
  { rules: RULE_RULES },
)

/** gateway.networking.k8s.io HTTPRoute: the CRD of v1.6, experimental channel, as Istio tests with. */
export const HTTP_ROUTE = object({
  hostnames: listOf(HOSTNAME, 16),
  parentRefs: { type: 'array', items: PARENT_REF, maxItems: 32, rules: PARENT_RULES },
  rules: {
    type: 'array',
    items: RULE,
    minItems: 1,
    maxItems: 16,
    rules: [
      {
        message:
          'While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128',
        holds: rules =>
          itemsOf(rules).reduce<number>((sum, rule) => sum + itemsOf(at(rule, 'matches')).length, 0) <= 128,
      },
      unique('Rule name must be unique within the route', rule =>
        has(rule, 'name') ? textAt(rule, 'name') : undefined,
      ),
    ],
  },
  useDefaultGateways: oneOfWords('All', 'None'),
})
