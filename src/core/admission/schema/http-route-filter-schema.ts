import { at, GROUP, has, HEADER_NAME, HEADER_VALUE, itemsOf, KIND, NAMESPACE, NEEDS_PORT } from './gateway-api-parts.ts'
import { OBJECT_NAME, PORT, PRECISE_HOSTNAME } from './gateway-api-parts.ts'
import { ANY, BOOLEAN, listOf, object, oneOfWords, STRING } from './schema.ts'
import type { Rule, Schema } from './schema.ts'

const HEADERS: Schema = {
  type: 'array',
  items: object({ name: HEADER_NAME, value: HEADER_VALUE }, { required: ['name', 'value'] }),
  maxItems: 16,
  keys: ['name'],
}
const HEADER_MODIFIER = object({
  add: HEADERS,
  remove: { type: 'array', items: STRING, maxItems: 16, keys: [] },
  set: HEADERS,
})

export const BACKEND_FIELDS = { group: GROUP, kind: KIND, name: OBJECT_NAME, namespace: NAMESPACE, port: PORT }
const REQUEST_MIRROR = object(
  {
    backendRef: object(BACKEND_FIELDS, { required: ['name'], rules: [NEEDS_PORT] }),
    fraction: object(
      { denominator: { type: 'integer', min: 1 }, numerator: { type: 'integer', min: 0 } },
      {
        required: ['numerator'],
        rules: [
          {
            message: 'numerator must be less than or equal to denominator',
            holds: fraction => Number(at(fraction, 'numerator')) <= Number(at(fraction, 'denominator') ?? 100),
          },
        ],
      },
    ),
    percent: { type: 'integer', min: 0, max: 100 },
  },
  {
    required: ['backendRef'],
    rules: [
      {
        message: 'Only one of percent or fraction may be specified in HTTPRequestMirrorFilter',
        holds: mirror => !has(mirror, 'percent') || !has(mirror, 'fraction'),
      },
    ],
  },
)

const PATH_FORMS = [
  ['ReplaceFullPath', 'replaceFullPath'],
  ['ReplacePrefixMatch', 'replacePrefixMatch'],
] as const
const NEW_PATH: Schema = { type: 'string', maxLength: 1024 }
const PATH_MODIFIER = object(
  {
    replaceFullPath: NEW_PATH,
    replacePrefixMatch: NEW_PATH,
    type: oneOfWords('ReplaceFullPath', 'ReplacePrefixMatch'),
  },
  {
    required: ['type'],
    rules: PATH_FORMS.flatMap(([type, field]) => [
      {
        message: `${field} must be specified when type is set to '${type}'`,
        holds: path => at(path, 'type') !== type || has(path, field),
      },
      {
        message: `type must be '${type}' when ${field} is set`,
        holds: path => !has(path, field) || at(path, 'type') === type,
      },
    ]),
  },
)

const REDIRECT_CODES = [301, 302, 303, 307, 308]
const REQUEST_REDIRECT = object(
  {
    hostname: PRECISE_HOSTNAME,
    path: PATH_MODIFIER,
    port: PORT,
    scheme: oneOfWords('http', 'https'),
    statusCode: { type: 'integer' },
  },
  {
    rules: [
      {
        message: `statusCode must be one of ${REDIRECT_CODES.join(', ')}`,
        holds: redirect => REDIRECT_CODES.includes(Number(at(redirect, 'statusCode') ?? 302)),
      },
    ],
  },
)

const aloneIfAny = (message: string): readonly Rule[] => [
  { message, holds: value => !itemsOf(value).includes('*') || itemsOf(value).length === 1 },
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']
export const METHOD = oneOfWords(...METHODS)
const ORIGIN: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 253,
  pattern: /(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)/,
}
const set = (items: Schema, maxItems: number, message?: string): Schema => ({
  type: 'array',
  items,
  maxItems,
  keys: [],
  ...(message && { rules: aloneIfAny(message) }),
})
const CORS = object({
  allowCredentials: BOOLEAN,
  allowHeaders: set(HEADER_NAME, 64, "AllowHeaders cannot contain '*' alongside other methods"),
  allowMethods: set(oneOfWords(...METHODS, '*'), 9, "AllowMethods cannot contain '*' alongside other methods"),
  allowOrigins: set(ORIGIN, 64, "AllowOrigins cannot contain '*' alongside other origins"),
  exposeHeaders: set(HEADER_NAME, 64),
  maxAge: { type: 'integer', min: 1 },
})

/** A filter's type, and the field that goes with it. */
const FORMS = [
  ['RequestHeaderModifier', 'requestHeaderModifier', HEADER_MODIFIER],
  ['ResponseHeaderModifier', 'responseHeaderModifier', HEADER_MODIFIER],
  ['RequestMirror', 'requestMirror', REQUEST_MIRROR],
  ['RequestRedirect', 'requestRedirect', REQUEST_REDIRECT],
  ['URLRewrite', 'urlRewrite', object({ hostname: PRECISE_HOSTNAME, path: PATH_MODIFIER })],
  [
    'ExtensionRef',
    'extensionRef',
    object({ group: GROUP, kind: KIND, name: OBJECT_NAME }, { required: ['group', 'kind', 'name'] }),
  ],
  ['CORS', 'cors', CORS],
  ['ExternalAuth', 'externalAuth', ANY],
] as const

const FILTER = object(
  { type: oneOfWords(...FORMS.map(([type]) => type)), ...Object.fromEntries(FORMS.map(form => [form[1], form[2]])) },
  {
    required: ['type'],
    rules: FORMS.flatMap(([type, field]) => [
      {
        message: `filter.${field} must be nil if the filter.type is not ${type}`,
        holds: filter => !has(filter, field) || at(filter, 'type') === type,
      },
      {
        message: `filter.${field} must be specified for ${type} filter.type`,
        holds: filter => has(filter, field) || at(filter, 'type') !== type,
      },
    ]),
  },
)

const ONCE = ['CORS', 'RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect', 'URLRewrite']
const FILTER_RULES: readonly Rule[] = [
  {
    message: 'May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both',
    holds: filters => {
      const types = itemsOf(filters).map(filter => at(filter, 'type'))
      return !types.includes('RequestRedirect') || !types.includes('URLRewrite')
    },
  },
  ...ONCE.map(type => ({
    message: `${type} filter cannot be repeated`,
    holds: (filters: Parameters<Rule['holds']>[0]) =>
      itemsOf(filters).filter(filter => at(filter, 'type') === type).length <= 1,
  })),
]

/** The filters of an HTTPRoute's rule or backend, as its CRD has them. */
export const FILTERS: Schema = { ...(listOf(FILTER, 16) as Schema & { type: 'array' }), rules: FILTER_RULES }
