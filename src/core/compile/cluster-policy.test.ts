import { expect, test } from 'vitest'
import type { ConnectionPool, OutlierDetection, PortPolicy, TrafficPolicy } from '../resources/index.ts'
import { resolvePolicy, toClusterSettings } from './cluster-policy.ts'

const NOTHING: PortPolicy = {
  loadBalancer: undefined,
  connectionPool: undefined,
  outlierDetection: undefined,
  tls: undefined,
}
const NO_POOL: ConnectionPool = {
  maxConnections: undefined,
  connectTimeoutMs: undefined,
  http1MaxPendingRequests: undefined,
  http2MaxRequests: undefined,
  maxRequestsPerConnection: undefined,
  maxRetries: undefined,
}
const NO_OUTLIER: OutlierDetection = {
  consecutive5xxErrors: undefined,
  consecutiveGatewayErrors: undefined,
  intervalMs: undefined,
  baseEjectionTimeMs: undefined,
  maxEjectionPercent: undefined,
  minHealthPercent: undefined,
}
const lb = (simple: string): Partial<PortPolicy> => ({
  loadBalancer: { simple, consistentHash: undefined, ring: undefined, warmupMs: undefined },
})
const connections = (maxConnections: number): Partial<PortPolicy> => ({
  connectionPool: { ...NO_POOL, maxConnections },
})
const policy = (
  own: Partial<PortPolicy>,
  ports: Readonly<Record<number, Partial<PortPolicy>>> = {},
): TrafficPolicy => ({
  ...NOTHING,
  ...own,
  portLevelSettings: Object.entries(ports).map(([port, level]) => ({ ...NOTHING, ...level, port: Number(port) })),
})

const ALL = policy({ ...lb('RANDOM'), ...connections(10) })
const WITH_PORT = policy({ ...lb('RANDOM'), ...connections(10) }, { 80: lb('ROUND_ROBIN') })

test.each([
  ['nothing', undefined, undefined, 80, 'LEAST_REQUEST', 4294967295],
  ["the rule's own", ALL, undefined, 80, 'RANDOM', 10],
  ['an entry for the port, which replaces the rest', WITH_PORT, undefined, 80, 'ROUND_ROBIN', 4294967295],
  ['an entry for another port', WITH_PORT, undefined, 81, 'RANDOM', 10],
  ["a subset's struct in place of the rule's", ALL, policy(lb('ROUND_ROBIN')), 80, 'ROUND_ROBIN', 10],
  ["a subset's struct in place of the port's", WITH_PORT, policy(connections(3)), 80, 'ROUND_ROBIN', 3],
  [
    "a subset's entry for the port, which replaces all",
    ALL,
    policy(lb('RANDOM'), { 80: connections(3) }),
    80,
    'LEAST_REQUEST',
    3,
  ],
  ['a limit of 0, which is none', policy(connections(0)), undefined, 80, 'LEAST_REQUEST', 4294967295],
  ['the old name', policy(lb('LEAST_CONN')), undefined, 80, 'LEAST_REQUEST', 4294967295],
  ['passthrough', policy(lb('PASSTHROUGH')), undefined, 80, 'CLUSTER_PROVIDED', 4294967295],
] as const)('%s', (_, top, subset, port, lbPolicy, maxConnections) => {
  const settings = toClusterSettings(resolvePolicy(top, subset, port))
  expect([settings.lbPolicy, settings.limits.maxConnections]).toEqual([lbPolicy, maxConnections])
})

const budget = (percent: number) => ({ retryBudget: { percent, minRetryConcurrency: 1, budgetIntervalMs: undefined } })

test.each([
  ["the subset's", policy({}, {}), policy({}), 81, 30],
  ["the rule's, where the subset has its own entry for the port", policy({}), policy({}, { 80: lb('RANDOM') }), 80, 20],
  [
    'none, where the rule has an entry for the port',
    policy({}, { 80: lb('RANDOM') }),
    policy({}, { 80: {} }),
    80,
    undefined,
  ],
] as const)('a retry budget: %s', (_, top, subset, port, expected) => {
  const found = resolvePolicy({ ...top, ...budget(20) }, { ...subset, ...budget(30) }, port)
  expect(found?.retryBudget?.percent).toBe(expected)
})

test.each([
  [undefined, undefined],
  [300, 300],
  [0, undefined],
])('an idle time-out of %s', (idleTimeoutMs, expected) => {
  const { details } = toClusterSettings({ ...NOTHING, connectionPool: { ...NO_POOL, idleTimeoutMs } })
  expect(details?.idleTimeoutMs).toBe(expected)
})

test.each([
  [
    'empty',
    {},
    { consecutive5xx: 5, consecutiveGatewayFailure: undefined, intervalMs: 10_000, maxEjectionPercent: 10 },
  ],
  [
    '5xx switched off',
    { consecutive5xxErrors: 0, consecutiveGatewayErrors: 7 },
    { consecutive5xx: undefined, consecutiveGatewayFailure: 7 },
  ],
  [
    'gateway errors switched off',
    { consecutiveGatewayErrors: 0 },
    { consecutive5xx: 5, consecutiveGatewayFailure: undefined },
  ],
  ['no percentage', { maxEjectionPercent: 0 }, { maxEjectionPercent: 10 }],
  ['times', { intervalMs: 1000, baseEjectionTimeMs: 5000 }, { intervalMs: 1000, baseEjectionTimeMs: 5000 }],
])('outlier detection, %s', (_, given, expected) => {
  const settings = toClusterSettings({ ...NOTHING, outlierDetection: { ...NO_OUTLIER, ...given } })
  expect(settings.outlierDetection).toMatchObject(expected)
})
