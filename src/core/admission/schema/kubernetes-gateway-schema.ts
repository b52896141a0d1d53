import { at, every, GROUP, has, HOSTNAME, HOSTNAME_PATTERN, itemsOf, KIND } from './gateway-api-parts.ts'
import { NAMESPACE, OBJECT_NAME, PORT, SECTION_NAME, textAt, unique } from './gateway-api-parts.ts'
import { ANY, listOf, object, oneOfWords, STRING_MAP } from './schema.ts'
import type { PlainValue, Schema } from './schema.ts'

const CERTIFICATE_REF = object(
  { group: GROUP, kind: KIND, name: OBJECT_NAME, namespace: NAMESPACE },
  { required: ['name'] },
)
const LISTENER_TLS = object(
  {
    certificateRefs: listOf(CERTIFICATE_REF, 64),
    mode: oneOfWords('Terminate', 'Passthrough'),
    options: STRING_MAP,
  },
  {
    rules: [
      {
        message: 'certificateRefs or options must be specified when mode is Terminate',
        holds: tls =>
          (at(tls, 'mode') ?? 'Terminate') !== 'Terminate' ||
          itemsOf(at(tls, 'certificateRefs')).length > 0 ||
          Object.keys(at(tls, 'options') ?? {}).length > 0,
      },
    ],
  },
)
const ALLOWED_ROUTES = object({
  kinds: listOf(object({ group: GROUP, kind: KIND }, { required: ['kind'] }), 8),
  namespaces: object({
    from: oneOfWords('All', 'Selector', 'Same'),
    selector: object({ matchLabels: STRING_MAP, matchExpressions: ANY }),
  }),
})
const LISTENER = object(
  {
    allowedRoutes: ALLOWED_ROUTES,
    hostname: HOSTNAME,
    name: SECTION_NAME,
    port: PORT,
    protocol: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      pattern:
        /^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9]+$/,
    },
    tls: LISTENER_TLS,
  },
  { required: ['name', 'port', 'protocol'] },
)

const speaks = (listener: PlainValue, ...protocols: readonly string[]): boolean =>
  protocols.includes(textAt(listener, 'protocol'))
const LISTENERS: Schema = {
  type: 'array',
  items: LISTENER,
  minItems: 1,
  maxItems: 64,
  keys: ['name'],
  rules: [
    every(
      "tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']",
      listener => !speaks(listener, 'HTTP', 'TCP', 'UDP') || !has(listener, 'tls'),
    ),
    every(
      'tls mode must be Terminate for protocol HTTPS',
      listener => !speaks(listener, 'HTTPS') || (at(at(listener, 'tls'), 'mode') ?? 'Terminate') === 'Terminate',
    ),
    every('tls mode must be set for protocol TLS', listener => !speaks(listener, 'TLS') || has(listener, 'tls')),
    every(
      "hostname must not be specified for protocols ['TCP', 'UDP']",
      listener => !speaks(listener, 'TCP', 'UDP') || !has(listener, 'hostname'),
    ),
    unique('Combination of port, protocol and hostname must be unique for each listener', listener =>
      JSON.stringify(['port', 'protocol', 'hostname'].map(field => at(listener, field) ?? null)),
    ),
  ],
}

const addressRule = (type: string) =>
  unique(`${type} values must be unique`, address =>
    (at(address, 'type') ?? 'IPAddress') === type && has(address, 'value') ? textAt(address, 'value') : undefined,
  )
const ADDRESSES: Schema = {
  type: 'array',
  items: object(
    { type: { type: 'string', minLength: 1, maxLength: 253 }, value: { type: 'string', maxLength: 253 } },
    {
      rules: [
        {
          message: `Hostname value must be empty or contain only valid characters (matching ${HOSTNAME_PATTERN.source})`,
          holds: address =>
            at(address, 'type') !== 'Hostname' ||
            !has(address, 'value') ||
            HOSTNAME_PATTERN.test(textAt(address, 'value')),
        },
      ],
    },
  ),
  maxItems: 16,
  rules: [addressRule('IPAddress'), addressRule('Hostname')],
}

/** gateway.networking.k8s.io Gateway; what says nothing about listeners is not looked into. */
export const KUBERNETES_GATEWAY = object(
  {
    addresses: ADDRESSES,
    allowedListeners: ANY,
    defaultScope: oneOfWords('All', 'None'),
    gatewayClassName: OBJECT_NAME,
    infrastructure: ANY,
    listeners: LISTENERS,
    tls: ANY,
  },
  { required: ['gatewayClassName', 'listeners'] },
)

const few = (items: Schema): Schema => ({ type: 'array', items, minItems: 1, maxItems: 16 })

/** gateway.networking.k8s.io ReferenceGrant. */
export const REFERENCE_GRANT = object(
  {
    from: few(object({ group: GROUP, kind: KIND, namespace: NAMESPACE }, { required: ['group', 'kind', 'namespace'] })),
    to: few(object({ group: GROUP, kind: KIND, name: OBJECT_NAME }, { required: ['group', 'kind'] })),
  },
  { required: ['from', 'to'] },
)
