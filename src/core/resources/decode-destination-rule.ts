import type {
  ConnectionPool,
  DestinationRuleSpec,
  LoadBalancer,
  OutlierDetection,
  PortPolicy,
  TrafficPolicy,
} from './destination-rule-spec.ts'
import type { Reader } from './reader.ts'

/** networking.istio.io DestinationRule; v1, v1beta1 and v1alpha3 share one schema ([H1]). */
export function decodeDestinationRule(resource: Reader): DestinationRuleSpec {
  const spec = resource.at('spec')
  return {
    host: spec.string('host') ?? '',
    trafficPolicy: spec.message('trafficPolicy', decodeTrafficPolicy),
    subsets: spec.list('subsets').map(subset => ({
      name: subset.string('name') ?? '',
      labels: subset.labels('labels'),
      trafficPolicy: subset.message('trafficPolicy', decodeTrafficPolicy),
    })),
    exportTo: spec.strings('exportTo'),
    workloadSelector: spec.message('workloadSelector', selector => selector.labels('matchLabels')),
  }
}

function decodeTrafficPolicy(policy: Reader): TrafficPolicy {
  return {
    ...decodePortPolicy(policy),
    retryBudget: policy.message('retryBudget', budget => ({
      percent: budget.number('percent'),
      minRetryConcurrency: budget.number('minRetryConcurrency'),
      budgetIntervalMs: budget.durationMs('budgetInterval'),
    })),
    portLevelSettings: policy.list('portLevelSettings').map(level => ({
      ...decodePortPolicy(level),
      port: level.at('port').number('number'),
    })),
  }
}

function decodePortPolicy(policy: Reader): PortPolicy {
  return {
    loadBalancer: policy.message('loadBalancer', decodeLoadBalancer),
    connectionPool: policy.message('connectionPool', decodeConnectionPool),
    outlierDetection: policy.message('outlierDetection', decodeOutlierDetection),
    tls: policy.message('tls', tls => ({
      mode: tls.string('mode') ?? 'DISABLE',
      sni: tls.string('sni') || undefined,
      credentialName: tls.string('credentialName') || undefined,
      clientCertificate: tls.string('clientCertificate') || undefined,
      privateKey: tls.string('privateKey') || undefined,
      caCertificates: tls.string('caCertificates') || undefined,
    })),
  }
}

function decodeLoadBalancer(balancer: Reader): LoadBalancer {
  return {
    simple: balancer.string('simple'),
    consistentHash: balancer.message('consistentHash', decodeConsistentHash),
    ring: balancer.message('consistentHash', decodeRing),
    warmupMs: balancer.at('warmup').durationMs('duration') ?? balancer.durationMs('warmupDurationSecs'),
    warmup: balancer.message('warmup', warmup => ({
      minimumPercent: warmup.number('minimumPercent'),
      aggression: warmup.number('aggression'),
    })),
    localityLb: balancer.message('localityLbSetting', locality => ({
      enabled: locality.boolean('enabled'),
      distributes: locality.list('distribute').length > 0,
      distribute: locality.list('distribute').map(one => ({
        from: one.string('from') ?? '',
        to: one.record('to', ({ node }) =>
          node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined,
        ),
      })),
      failsOver: locality.list('failover').length > 0 || locality.list('failoverPriority').length > 0,
      failoverPriority: locality.strings('failoverPriority'),
    })),
  }
}

/** `minimumRingSize` beside the key is the older spelling. */
function decodeRing(hash: Reader): LoadBalancer['ring'] {
  const maglev = hash.at('maglev')
  if (maglev.isPresent) return { kind: 'MAGLEV', size: maglev.number('tableSize'), own: true }
  const ring = hash.at('ringHash')
  if (ring.isPresent) return { kind: 'RING_HASH', size: ring.number('minimumRingSize'), own: true }
  return { kind: 'RING_HASH', size: hash.number('minimumRingSize') }
}

function decodeConsistentHash(hash: Reader): NonNullable<LoadBalancer['consistentHash']> {
  const header = hash.string('httpHeaderName')
  if (header !== undefined) return { key: 'header', name: header, ttl: undefined, path: undefined }
  const cookie = hash.at('httpCookie')
  if (cookie.isPresent)
    return { key: 'cookie', name: cookie.string('name') ?? '', ttl: cookie.string('ttl'), path: cookie.string('path') }
  const parameter = hash.string('httpQueryParameterName')
  if (parameter !== undefined) return { key: 'queryParameter', name: parameter, ttl: undefined, path: undefined }
  return { key: 'sourceIp', name: '', ttl: undefined, path: undefined }
}

function decodeConnectionPool(pool: Reader): ConnectionPool {
  const [tcp, http] = [pool.at('tcp'), pool.at('http')]
  return {
    maxConnections: tcp.number('maxConnections'),
    connectTimeoutMs: tcp.durationMs('connectTimeout'),
    http1MaxPendingRequests: http.number('http1MaxPendingRequests'),
    http2MaxRequests: http.number('http2MaxRequests'),
    maxRequestsPerConnection: http.number('maxRequestsPerConnection'),
    maxRetries: http.number('maxRetries'),
    idleTimeoutMs: http.durationMs('idleTimeout') ?? tcp.durationMs('idleTimeout'),
    keepalive: tcp.message('tcpKeepalive', keepalive => ({
      probes: keepalive.number('probes'),
      timeMs: keepalive.durationMs('time'),
      intervalMs: keepalive.durationMs('interval'),
    })),
  }
}

function decodeOutlierDetection(outlier: Reader): OutlierDetection {
  return {
    consecutive5xxErrors: outlier.number('consecutive5xxErrors'),
    consecutiveGatewayErrors: outlier.number('consecutiveGatewayErrors'),
    intervalMs: outlier.durationMs('interval'),
    baseEjectionTimeMs: outlier.durationMs('baseEjectionTime'),
    maxEjectionPercent: outlier.number('maxEjectionPercent'),
    minHealthPercent: outlier.number('minHealthPercent'),
    splitExternalLocalOriginErrors: outlier.boolean('splitExternalLocalOriginErrors'),
    consecutiveLocalOriginFailures: outlier.number('consecutiveLocalOriginFailures'),
  }
}
