/**
 * Common shapes as YAML. `<name:default>` is a place to fill in, `<name>` the same once more. A part belongs into a rule or a
 * traffic policy; `key` is the field that it brings.
 */
export interface Shape {
  readonly name: string
  readonly says: string
  readonly body: string
}

export interface Part extends Shape {
  readonly key: string
}

const ROUTE = `route:
- destination:
    host: <host:reviews>`

/** Fields of an `http` rule, beside its route. */
export const RULE_PARTS: readonly Part[] = [
  {
    name: 'header match',
    key: 'match',
    says: 'The rule takes requests with this header only.',
    body: `match:
- headers:
    <header:end-user>:
      exact: <value:jason>`,
  },
  {
    name: 'path match',
    key: 'match',
    says: 'The rule takes requests whose path begins so. `/api` takes `/apis` too: end it with a slash, or add an exact match.',
    body: `match:
- uri:
    prefix: <path:/api/>`,
  },
  {
    name: 'timeout',
    key: 'timeout',
    says: 'The caller’s sidecar answers 504 UT when all tries together take longer.',
    body: 'timeout: <time:2s>',
  },
  {
    name: 'retries',
    key: 'retries',
    says: 'How often a failed request is tried again, and after which failures.',
    body: `retries:
  attempts: <attempts:2>
  perTryTimeout: <perTry:500ms>
  retryOn: <on:connect-failure,refused-stream,unavailable,503>`,
  },
  {
    name: 'fault delay',
    key: 'fault',
    says: 'A share of the requests waits before it is sent.',
    body: `fault:
  delay:
    percentage:
      value: <percent:10>
    fixedDelay: <time:2s>`,
  },
  {
    name: 'fault abort',
    key: 'fault',
    says: 'A share of the requests is answered by the caller’s own sidecar.',
    body: `fault:
  abort:
    percentage:
      value: <percent:10>
    httpStatus: <status:503>`,
  },
  {
    name: 'mirror',
    key: 'mirror',
    says: 'Copies go to another place; their answers are thrown away.',
    body: `mirror:
  host: <host:reviews>
  subset: <new:v2>
mirrorPercentage:
  value: <percent:100>`,
  },
  {
    name: 'rewrite',
    key: 'rewrite',
    says: 'The matched prefix of the path is replaced before the request is sent.',
    body: `rewrite:
  uri: <path:/>`,
  },
  {
    name: 'CORS',
    key: 'corsPolicy',
    says: 'Which pages of other origins a browser lets call this.',
    body: `corsPolicy:
  allowOrigins:
  - exact: <origin:https://example.com>
  allowMethods: [GET, POST]
  allowHeaders: [<header:content-type>]
  maxAge: <age:24h>`,
  },
  {
    name: 'headers',
    key: 'headers',
    says: 'Sets a header of the request, takes one out of the answer.',
    body: `headers:
  request:
    set:
      <set:x-env>: <value:canary>
  response:
    remove: [<remove:server>]`,
  },
]

/** Whole rules of `http`. */
export const RULES: readonly Shape[] = [
  {
    name: 'canary split',
    says: 'A share of the requests goes to the new version. Weights are shares of their sum.',
    body: `route:
- destination:
    host: <host:reviews>
    subset: <old:v1>
  weight: <rest:90>
- destination:
    host: <host>
    subset: <new:v2>
  weight: <share:10>`,
  },
  {
    name: 'redirect',
    says: 'The caller is told to ask elsewhere.',
    body: `match:
- uri:
    prefix: <path:/old>
redirect:
  uri: <to:/new>
  redirectCode: <code:302>`,
  },
  {
    name: 'direct response',
    says: 'The caller’s own sidecar answers; nothing is sent.',
    body: `directResponse:
  status: <status:503>
  body:
    string: <body:closed for today>`,
  },
  ...RULE_PARTS.map(({ name, says, body }) => ({ name, says, body: `${body}\n${ROUTE}` })),
]

/** Fields of a `trafficPolicy`. */
export const POLICY_PARTS: readonly Part[] = [
  {
    name: 'outlier detection',
    key: 'outlierDetection',
    says: 'Pods that fail often take a rest.',
    body: `outlierDetection:
  consecutive5xxErrors: <errors:5>
  interval: <interval:10s>
  baseEjectionTime: <time:30s>
  maxEjectionPercent: <percent:50>`,
  },
  {
    name: 'circuit breaker',
    key: 'connectionPool',
    says: 'Requests beyond the limits are answered 503 UO at once.',
    body: `connectionPool:
  tcp:
    maxConnections: <connections:100>
  http:
    http1MaxPendingRequests: <pending:10>
    http2MaxRequests: <requests:100>`,
  },
  {
    name: 'consistent hash',
    key: 'loadBalancer',
    says: 'Requests with the same header go to the same pod, as long as the pods stay the same.',
    body: `loadBalancer:
  consistentHash:
    httpHeaderName: <header:x-user>`,
  },
  {
    name: 'locality failover',
    key: 'loadBalancer',
    says: 'Pods near the caller come first, others when these are ejected; without outlier detection nothing fails over.',
    body: `loadBalancer:
  localityLbSetting:
    enabled: true
    failover:
    - from: <from:region1>
      to: <to:region2>
outlierDetection:
  consecutive5xxErrors: <errors:5>
  interval: <interval:10s>
  baseEjectionTime: <time:30s>`,
  },
  {
    name: 'mutual TLS to this host',
    key: 'tls',
    says: 'Callers speak mTLS with Istio’s certificates to it.',
    body: `tls:
  mode: ISTIO_MUTUAL`,
  },
]

const indent = (body: string, by: number): string => body.replace(/^(?=.)/gm, ' '.repeat(by))
const item = (body: string): string => `- ${indent(body, 2).trimStart()}`

const virtualService = (rule: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <host:reviews>
spec:
  hosts:
  - <host>
  http:
${indent(item(rule), 2)}`

const destinationRule = (rest: string): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: <host:reviews>
spec:
  host: <host>
${indent(rest, 2)}`

export const asItem = item
export const asPolicy = (part: Part): string => `trafficPolicy:\n${indent(part.body, 2)}`

const SUBSETS = `subsets:
- name: <old:v1>
  labels:
    version: <old>
- name: <new:v2>
  labels:
    version: <new>`

/** Whole documents. */
export const DOCUMENTS: readonly Shape[] = [
  ...RULES.map(({ name, says, body }) => {
    const rules = virtualService(body)
    const hasSubsets = body.includes('<new')
    return { name, says, body: hasSubsets ? `${rules}\n---\n${destinationRule(SUBSETS)}` : rules }
  }),
  {
    name: 'subsets',
    says: 'Names for versions, told apart by a label of their pods.',
    body: destinationRule(SUBSETS),
  },
  ...POLICY_PARTS.map(part => ({ name: part.name, says: part.says, body: destinationRule(asPolicy(part)) })),
  {
    name: 'gateway and its rules',
    says: 'Lets requests from outside in and sends them to a Service.',
    body: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: <gateway:web>
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - <domain:shop.example.com>
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <gateway>
spec:
  hosts:
  - <domain>
  gateways:
  - <gateway>
  http:
  - route:
    - destination:
        host: <host:reviews>`,
  },
  {
    name: 'strict mTLS',
    says: 'Pods of the namespace take mTLS only.',
    body: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: <namespace:default>
spec:
  mtls:
    mode: STRICT`,
  },
  {
    name: 'outside service',
    says: 'A host outside the mesh that callers may know.',
    body: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: <name:payments>
spec:
  hosts:
  - <domain:api.example.com>
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - number: 443
    name: tls
    protocol: TLS`,
  },
  {
    name: 'what a namespace sees',
    says: 'A Sidecar: callers of the namespace are told of these hosts only.',
    body: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: <namespace:default>
spec:
  egress:
  - hosts:
    - ./*
    - istio-system/*`,
  },
  {
    name: 'Gateway API split',
    says: 'A Gateway and an HTTPRoute that shares requests between two Services.',
    body: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: <gateway:web>
spec:
  gatewayClassName: istio
  listeners:
  - name: http
    port: 80
    protocol: HTTP
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: <gateway>
spec:
  parentRefs:
  - name: <gateway>
  rules:
  - backendRefs:
    - name: <host:reviews>
      port: <port:9080>
      weight: 90
    - name: <next:reviews-v2>
      port: <port>
      weight: 10`,
  },
  {
    name: 'delegated rules',
    says: 'One VirtualService leaves a path to another one, which has no hosts.',
    body: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <root:shop>
spec:
  hosts:
  - <host:reviews>
  http:
  - match:
    - uri:
        prefix: <path:/api/>
    delegate:
      name: <delegate:shop-api>
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <delegate>
spec:
  http:
  - route:
    - destination:
        host: <host>`,
  },
  {
    name: 'scenario',
    says: 'Who calls, how pods behave, what changes when.',
    body: `apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: <name:play>
spec:
  clients:
  - from: <caller:productpage>
    url: http://<host:reviews>:<port:9080>/
    rate: <rate:50>/s
  workloads:
  - name: <workload:reviews-v2>
    errors: <errors:20>%
    from: <from:10s>`,
  },
]
