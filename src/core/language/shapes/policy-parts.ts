import type { Part } from './shape.ts'

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
