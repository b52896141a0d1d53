import { SELECTOR_LABELS } from './destination-rule-schema.ts'
import {
  ANY,
  BOOLEAN,
  DURATION_TEXT,
  INT32,
  listOf,
  mapOf,
  NULLABLE_BOOLEAN,
  object,
  oneOfWords,
  STRING,
  STRING_MAP,
  STRINGS,
  UINT32,
} from './schema.ts'
import type { Schema } from './schema.ts'

const TARGET_REF = object({ group: STRING, kind: STRING, name: STRING, namespace: STRING })

/** How a policy says whom it is for. */
const TARGETS = {
  selector: object({ matchLabels: SELECTOR_LABELS }),
  targetRef: TARGET_REF,
  targetRefs: listOf(TARGET_REF, 16),
}

const texts = (...names: readonly string[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    names.flatMap(name => [name, `not${name.charAt(0).toUpperCase()}${name.slice(1)}`]).map(name => [name, STRINGS]),
  )

/** `spec` of an AuthorizationPolicy. Istio, crd-all.gen.yaml. */
export const AUTHORIZATION_POLICY = object({
  ...TARGETS,
  action: oneOfWords('ALLOW', 'DENY', 'AUDIT', 'CUSTOM'),
  provider: object({ name: STRING }),
  rules: listOf(
    object({
      from: listOf(
        object({
          source: object(
            texts('ipBlocks', 'namespaces', 'principals', 'remoteIpBlocks', 'requestPrincipals', 'serviceAccounts'),
          ),
        }),
      ),
      to: listOf(object({ operation: object(texts('hosts', 'methods', 'paths', 'ports')) })),
      when: listOf(object({ key: STRING, notValues: STRINGS, values: STRINGS }, { required: ['key'] })),
    }),
  ),
})

/** `spec` of a RequestAuthentication. */
export const REQUEST_AUTHENTICATION = object({
  ...TARGETS,
  jwtRules: listOf(
    object({
      audiences: STRINGS,
      forwardOriginalToken: BOOLEAN,
      fromCookies: STRINGS,
      fromHeaders: listOf(object({ name: STRING, prefix: STRING })),
      fromParams: STRINGS,
      issuer: STRING,
      jwks: STRING,
      jwks_uri: STRING,
      jwksUri: STRING,
      outputClaimToHeaders: listOf(object({ claim: STRING, header: STRING })),
      outputPayloadToHeader: STRING,
      spaceDelimitedClaims: STRINGS,
      timeout: DURATION_TEXT,
    }),
  ),
})

const MODE = oneOfWords('CLIENT_AND_SERVER', 'CLIENT', 'SERVER')
const PROVIDERS = listOf(object({ name: STRING }))
const CUSTOM_TAG = object({
  environment: object({ defaultValue: STRING, name: STRING }),
  formatter: object({ value: STRING }),
  header: object({ defaultValue: STRING, name: STRING }),
  literal: object({ value: STRING }),
})

/** `spec` of a Telemetry. */
export const TELEMETRY = object({
  ...TARGETS,
  accessLogging: listOf(
    object({
      disabled: NULLABLE_BOOLEAN,
      filter: object({ expression: STRING }),
      match: object({ mode: MODE }),
      providers: PROVIDERS,
    }),
  ),
  metrics: listOf(
    object({
      overrides: listOf(
        object({
          disabled: NULLABLE_BOOLEAN,
          match: object({
            customMetric: STRING,
            metric: oneOfWords(
              ...['ALL_METRICS', 'REQUEST_COUNT', 'REQUEST_DURATION', 'REQUEST_SIZE', 'RESPONSE_SIZE'],
              ...['TCP_OPENED_CONNECTIONS', 'TCP_CLOSED_CONNECTIONS', 'TCP_SENT_BYTES', 'TCP_RECEIVED_BYTES'],
              ...['GRPC_REQUEST_MESSAGES', 'GRPC_RESPONSE_MESSAGES'],
            ),
            mode: MODE,
          }),
          tagOverrides: mapOf(object({ operation: oneOfWords('UPSERT', 'REMOVE'), value: STRING })),
        }),
      ),
      providers: PROVIDERS,
      reportingInterval: DURATION_TEXT,
    }),
  ),
  tracing: listOf(
    object({
      customTags: mapOf(CUSTOM_TAG),
      disableContextPropagation: NULLABLE_BOOLEAN,
      disableSpanReporting: NULLABLE_BOOLEAN,
      enableIstioTags: NULLABLE_BOOLEAN,
      match: object({ mode: MODE }),
      providers: PROVIDERS,
      randomSamplingPercentage: { type: 'number', min: 0, max: 100, nullable: true },
      useRequestIdForTraceSampling: NULLABLE_BOOLEAN,
    }),
  ),
})

/** `spec` of a WasmPlugin. */
export const WASM_PLUGIN = object({
  ...TARGETS,
  failStrategy: oneOfWords('FAIL_CLOSE', 'FAIL_OPEN', 'FAIL_RELOAD'),
  imagePullPolicy: oneOfWords('UNSPECIFIED_POLICY', 'IfNotPresent', 'Always'),
  imagePullSecret: STRING,
  match: listOf(object({ mode: oneOfWords('UNDEFINED', 'CLIENT', 'SERVER', 'CLIENT_AND_SERVER'), ports: ANY })),
  phase: oneOfWords('UNSPECIFIED_PHASE', 'AUTHN', 'AUTHZ', 'STATS'),
  pluginConfig: ANY,
  pluginName: STRING,
  priority: { ...INT32, nullable: true } as Schema,
  sha256: STRING,
  type: oneOfWords('UNSPECIFIED_PLUGIN_TYPE', 'HTTP', 'NETWORK'),
  url: STRING,
  verificationKey: STRING,
  vmConfig: object({ env: listOf(object({ name: STRING, value: STRING, valueFrom: oneOfWords('INLINE', 'HOST') })) }),
})

/** `spec` of a ProxyConfig. */
export const PROXY_CONFIG = object({
  concurrency: { ...INT32, nullable: true } as Schema,
  environmentVariables: STRING_MAP,
  image: object({ imageType: STRING }),
  selector: TARGETS.selector,
})

const OPEN = { open: true } as const

/** `spec` of an EnvoyFilter; what Envoy is to get is Envoy's business. */
export const ENVOY_FILTER = object({
  configPatches: listOf(
    object({
      applyTo: oneOfWords(
        ...['INVALID', 'LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER', 'ROUTE_CONFIGURATION'],
        ...['VIRTUAL_HOST', 'HTTP_ROUTE', 'CLUSTER', 'EXTENSION_CONFIG', 'BOOTSTRAP', 'LISTENER_FILTER'],
      ),
      match: object(
        {
          cluster: object({ name: STRING, portNumber: UINT32, service: STRING, subset: STRING }, OPEN),
          context: oneOfWords('ANY', 'SIDECAR_INBOUND', 'SIDECAR_OUTBOUND', 'GATEWAY', 'WAYPOINT'),
          listener: object(
            {
              filterChain: object(
                {
                  applicationProtocols: STRING,
                  destinationPort: UINT32,
                  filter: object({ name: STRING, subFilter: object({ name: STRING }, OPEN) }, OPEN),
                  name: STRING,
                  sni: STRING,
                  transportProtocol: STRING,
                },
                OPEN,
              ),
              listenerFilter: STRING,
              name: STRING,
              portName: STRING,
              portNumber: UINT32,
            },
            OPEN,
          ),
          proxy: object({ metadata: STRING_MAP, proxyVersion: STRING }, OPEN),
          routeConfiguration: object({ gateway: STRING, name: STRING, portName: STRING, portNumber: UINT32 }, OPEN),
        },
        OPEN,
      ),
      patch: object({
        filterClass: oneOfWords('UNSPECIFIED', 'AUTHN', 'AUTHZ', 'STATS'),
        operation: oneOfWords(
          ...['INVALID', 'MERGE', 'ADD', 'REMOVE', 'INSERT_BEFORE', 'INSERT_AFTER', 'INSERT_FIRST', 'REPLACE'],
        ),
        value: { type: 'map', values: ANY },
      }),
    }),
  ),
  priority: INT32,
  targetRefs: TARGETS.targetRefs,
  workloadSelector: object({ labels: SELECTOR_LABELS }),
})
