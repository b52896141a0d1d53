import {
  BOOLEAN,
  DURATION,
  DURATION_TEXT,
  INT32,
  listOf,
  mapOf,
  NULLABLE_BOOLEAN,
  NULLABLE_UINT32,
  object,
  oneOfWords,
  STRING,
  STRING_MAP,
  STRINGS,
  UINT32,
  UINT64,
} from './schema.ts'
import type { Schema } from './schema.ts'

const PERCENT: Schema = { type: 'number', min: 0, max: 100, nullable: true }

export const CONNECTION_POOL = object({
  http: object({
    h2UpgradePolicy: oneOfWords('DEFAULT', 'DO_NOT_UPGRADE', 'UPGRADE'),
    http1MaxPendingRequests: INT32,
    http2KeepAlive: object({ interval: DURATION, timeout: DURATION }),
    http2MaxRequests: INT32,
    idleTimeout: DURATION,
    maxConcurrentStreams: INT32,
    maxRequestsPerConnection: INT32,
    maxRetries: INT32,
    useClientProtocol: BOOLEAN,
  }),
  tcp: object({
    connectTimeout: DURATION,
    idleTimeout: DURATION_TEXT,
    maxConnectionDuration: DURATION,
    maxConnections: INT32,
    tcpKeepalive: object({ interval: DURATION, probes: UINT32, time: DURATION }),
  }),
})

const FAILOVER = listOf(object({ from: STRING, to: STRING }))
const NAMED = object({ name: STRING, value: STRING }, { required: ['name'] })

const CONSISTENT_HASH = object(
  {
    httpCookie: object(
      { attributes: listOf(NAMED), name: STRING, path: STRING, ttl: DURATION_TEXT },
      { required: ['name'] },
    ),
    httpHeaderName: STRING,
    httpQueryParameterName: STRING,
    maglev: object({ tableSize: UINT64 }),
    minimumRingSize: UINT64,
    ringHash: object({ minimumRingSize: UINT64 }),
    useSourceIp: BOOLEAN,
  },
  {
    oneOf: [
      ['httpHeaderName', 'httpCookie', 'useSourceIp', 'httpQueryParameterName'],
      ['ringHash', 'maglev'],
    ],
  },
)

const LOAD_BALANCER = object(
  {
    backendUtilization: object({
      errorUtilizationPenaltyPercent: UINT32,
      metricNamesForComputingUtilization: STRINGS,
      weightExpirationPeriod: DURATION_TEXT,
      weightStabilizationPeriod: DURATION_TEXT,
      weightUpdatePeriod: DURATION_TEXT,
    }),
    consistentHash: CONSISTENT_HASH,
    localityLbSetting: object({
      distribute: listOf(object({ from: STRING, to: mapOf(UINT32) })),
      enabled: NULLABLE_BOOLEAN,
      failover: FAILOVER,
      failoverPriority: STRINGS,
    }),
    simple: oneOfWords('UNSPECIFIED', 'LEAST_CONN', 'RANDOM', 'PASSTHROUGH', 'ROUND_ROBIN', 'LEAST_REQUEST'),
    warmup: object(
      { aggression: { type: 'number', min: 0, nullable: true }, duration: DURATION, minimumPercent: PERCENT },
      { required: ['duration'] },
    ),
    warmupDurationSecs: DURATION,
    zoneAwareLbSetting: object({
      enabled: NULLABLE_BOOLEAN,
      failover: FAILOVER,
      failoverPriority: STRINGS,
      minClusterSize: { type: 'integer', min: 1, max: 2 ** 32 - 1, nullable: true },
    }),
  },
  {
    oneOf: [['simple', 'consistentHash', 'backendUtilization']],
  },
)

const OUTLIER_DETECTION = object({
  baseEjectionTime: DURATION,
  consecutive5xxErrors: NULLABLE_UINT32,
  consecutiveErrors: INT32,
  consecutiveGatewayErrors: NULLABLE_UINT32,
  consecutiveLocalOriginFailures: NULLABLE_UINT32,
  interval: DURATION,
  maxEjectionPercent: INT32,
  minHealthPercent: INT32,
  outlierDetectionHttpErrorCodes: listOf({ type: 'integer', min: 100, max: 599 }),
  splitExternalLocalOriginErrors: BOOLEAN,
})

const TLS = object({
  caCertificates: STRING,
  caCrl: STRING,
  clientCertificate: STRING,
  credentialName: STRING,
  insecureSkipVerify: NULLABLE_BOOLEAN,
  mode: oneOfWords('DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'),
  privateKey: STRING,
  sni: STRING,
  subjectAltNames: STRINGS,
})

const POLICY = {
  connectionPool: CONNECTION_POOL,
  loadBalancer: LOAD_BALANCER,
  outlierDetection: OUTLIER_DETECTION,
  tls: TLS,
}

const TRAFFIC_POLICY = object({
  ...POLICY,
  portLevelSettings: listOf(object({ ...POLICY, port: object({ number: UINT32 }) }), 4096),
  proxyProtocol: object({ version: oneOfWords('V1', 'V2') }),
  retryBudget: object({ budgetInterval: DURATION_TEXT, minRetryConcurrency: UINT32, percent: PERCENT }),
  tunnel: object(
    { protocol: STRING, targetHost: STRING, targetPort: UINT32 },
    { required: ['targetHost', 'targetPort'] },
  ),
})

export const SELECTOR_LABELS: Schema = { type: 'map', values: { type: 'string', maxLength: 63 }, keys: 'no-wildcard' }

/** `spec` of a DestinationRule. Istio, crd-all.gen.yaml ([H7]). */
export const DESTINATION_RULE = object(
  {
    exportTo: STRINGS,
    host: STRING,
    subsets: listOf(
      object({ labels: STRING_MAP, name: STRING, trafficPolicy: TRAFFIC_POLICY }, { required: ['name'] }),
    ),
    trafficPolicy: TRAFFIC_POLICY,
    workloadSelector: object({ matchLabels: SELECTOR_LABELS }),
  },
  { required: ['host'] },
)
