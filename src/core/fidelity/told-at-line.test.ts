import { expect, test } from 'vitest'
import { createPipeline } from '../pipeline/index.ts'
import { LEDGER } from './index.ts'
import type { FieldUse } from './ledger-row.ts'

/** What a field may hold, by its name; what is not here is a text. */
const VALUES: Readonly<Record<string, unknown>> = {
  localityLbSetting: { enabled: true },
  zoneAwareLbSetting: {},
  simple: 'RANDOM',
  outlierDetection: { consecutive5xxErrors: 3 },
  maxConnections: 1,
  http1MaxPendingRequests: 1,
  http2MaxRequests: 1,
  subjectAltNames: ['a'],
  insecureSkipVerify: true,
  mirror: { host: 'x' },
  mirrors: [{ destination: { host: 'x' } }],
  backoff: '25ms',
  retryRemoteLocalities: true,
  readinessProbe: {},
  warmup: { duration: '10s' },
  warmupDurationSecs: '10s',
  tunnel: { targetHost: 'a.example.com', targetPort: 80 },
  proxyProtocol: { version: 'V1' },
  h2UpgradePolicy: 'UPGRADE',
  useClientProtocol: true,
  maxRequestsPerConnection: 1,
  idleTimeout: '1s',
  maxConcurrentStreams: 1,
  connectTimeout: '1s',
  tcpKeepalive: { time: '1s' },
  maxConnectionDuration: '1s',
  retryBudget: { percent: 20 },
  maxRetries: 1,
  timeout: '1s',
  perTryTimeout: '1s',
  timeouts: { request: '1s' },
  trafficDistribution: 'PreferClose',
  ingress: [{ port: { number: 80, protocol: 'HTTP', name: 'http' }, defaultEndpoint: '127.0.0.1:80' }],
  conditions: [{ type: 'Healthy', status: 'False' }],
  locality: 'a/b/c',
  1: '10.0.0.2',
  credentialNames: ['a', 'b'],
  certificateRefs: [{ name: 'x' }],
  matchExpressions: [{ key: 'a', operator: 'Exists' }],
  httpCookie: { name: 'a', ttl: '0s' },
}

/** What has to stand beside a field, by the map that holds it; `spec` by the kind. */
const BESIDE: Readonly<Record<string, object>> = {
  DestinationRule: { host: 'x' },
  VirtualService: { hosts: ['x'] },
  ServiceEntry: {
    hosts: ['a.example.com'],
    ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
    resolution: 'STATIC',
  },
  WorkloadEntry: { address: '10.0.0.1' },
  Service: { ports: [{ port: 80 }] },
  Gateway: { selector: { istio: 'ingressgateway' } },
  KubernetesGateway: { gatewayClassName: 'istio' },
  tls: { mode: 'SIMPLE' },
  'KubernetesGateway tls': { mode: 'Terminate' },
  retries: { attempts: 2 },
  port: { number: 80, protocol: 'HTTP', name: 'http' },
  namespaces: { from: 'Selector' },
  subsets: { name: 'v1' },
  portLevelSettings: { port: { number: 80 } },
  http: { route: [{ destination: { host: 'x' } }] },
  route: { destination: { host: 'x' } },
  endpoints: { address: '10.0.0.1' },
  containers: { name: 'x' },
  servers: { port: { number: 443, protocol: 'HTTPS', name: 'https' }, hosts: ['a.example.com'] },
  listeners: { name: 'https', port: 443, protocol: 'HTTPS' },
  egress: { hosts: ['./*'] },
}

const SAMPLES: readonly unknown[] = [
  true,
  'AUTO_PASSTHROUGH',
  'HTTP_PROXY',
  'unix:///var/run/x',
  'DNS',
  '%HOSTNAME%',
  'ClientIP',
  'Local',
]

const VERSIONS: readonly (readonly [version: string, kinds: RegExp])[] = [
  ['networking.istio.io/v1', /^(DestinationRule|VirtualService|ServiceEntry|WorkloadEntry|Sidecar|Gateway)$/],
  ['networking.istio.io/v1alpha3', /^EnvoyFilter$/],
  ['gateway.networking.k8s.io/v1', /Route$|^KubernetesGateway$/],
  ['apps/v1', /^(Deployment|StatefulSet|ReplicaSet|DaemonSet)$/],
  ['v1', /^(Pod|Service|Namespace|ConfigMap|Endpoints)$/],
  ['example.io/v1', /./],
]

/** A document that has a field, with all that must stand around it. */
function documentWith({ kind, path = '', holds }: FieldUse): {
  readonly text: string
  readonly path: readonly unknown[]
} {
  const steps = [...path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].map(([step, quoted]) => quoted ?? step)
  const value = (name: string) => (holds ? SAMPLES.find(sample => holds.test(String(sample))) : (VALUES[name] ?? '1'))
  const isItem = (i: number): boolean => /^[*\d]$/.test(steps[i] ?? '') && !HEADERS.test(steps[i - 1] ?? '')
  const build = (i: number): unknown => {
    const step = steps[i]
    const before = steps[i - 1] ?? ''
    if (step === undefined) return value(before)
    if (isItem(i)) {
      const item = i + 1 < steps.length ? { ...BESIDE[before], ...(build(i + 1) as object) } : build(i + 1)
      return step === '*' ? [item] : [item, item]
    }
    const around =
      i === 0
        ? {}
        : before === 'spec' && i === 1
          ? BESIDE[kind]
          : isItem(i - 1) || before === 'http'
            ? {}
            : (BESIDE[`${kind} ${before}`] ?? BESIDE[before])
    return { ...around, [step === '*' ? 'x-a' : step]: build(i + 1) }
  }
  const made = build(0) as Readonly<Record<string, object>>
  const needed = path.startsWith('status') ? { spec: BESIDE[kind] } : {}
  const text = JSON.stringify({
    apiVersion: VERSIONS.find(([, kinds]) => kinds.test(kind))?.[0],
    kind: kind.replace('KubernetesGateway', 'Gateway'),
    ...needed,
    ...(path !== '' && made),
    metadata: { name: 'x', ...made['metadata'] },
  })
  return { text, path: steps.map((step, i) => (isItem(i) ? Number(step.replace('*', '0')) : step.replace('*', 'x-a'))) }
}

/** Maps whose keys are names. */
const HEADERS = /^(?:set|add)$/

const uses = LEDGER.flatMap(({ status, uses: own = [] }) => own.map(use => ({ status, ...use })))

test.each(uses)('$kind $path, $status, is said at its line', ({ status, ...use }) => {
  const { text, path } = documentWith(use)
  const { diagnostics, refused } = createPipeline().run(text)
  const told = diagnostics.filter(({ code }) => code === (status === 'absent' ? 'MX0202' : 'MX0201'))
  expect({ text, refused: refused.size }).toEqual({ text, refused: 0 })
  expect(told.map(({ origin }) => origin.path)).toContainEqual(path)
})

test('whatever is absent and can be asked for in a text names where', () => {
  const silent = LEDGER.filter(({ status, uses: own }) => status === 'absent' && own === undefined)
  expect(silent.map(({ behaviour }) => behaviour)).toEqual([
    'What decides no request in Envoy’s JSON: other filters, tracing, certificates, HTTP protocol options',
  ])
})
