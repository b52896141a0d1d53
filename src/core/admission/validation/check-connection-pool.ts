import { parseDuration } from '../../base/duration.ts'
import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import type { Report } from './report.ts'

const HTTP_LIMITS = {
  http1MaxPendingRequests: 'http1 max pending requests',
  http2MaxRequests: 'http2 max requests',
  maxRequestsPerConnection: 'max requests per connection',
  maxRetries: 'max retries',
} as const

/** Istio, validateConnectionPool ([H45]). */
export function checkConnectionPool(pool: Reader, report: Report): void {
  if (!pool.isPresent) return
  const [http, tcp] = [pool.at('http'), pool.at('tcp')]
  if (!http.isPresent && !tcp.isPresent) report.error(pool, 'connection pool must have at least one field')
  if (http.isPresent) checkHttp(http, report)
  if (tcp.isPresent) checkTcp(tcp, report)
}

function checkHttp(http: Reader, report: Report): void {
  for (const [name, words] of Object.entries(HTTP_LIMITS)) refuseNegative(http, name, words, report)
  checkDuration(http, 'idleTimeout', report)
  if (http.string('h2UpgradePolicy') === 'UPGRADE' && http.boolean('useClientProtocol') === true) {
    report.error(http, 'use client protocol must not be true when H2UpgradePolicy is UPGRADE')
  }
  refuseNegative(http, 'maxConcurrentStreams', 'max concurrent streams', report)
  const keepAlive = http.at('http2KeepAlive')
  if (!keepAlive.isPresent) return
  for (const name of ['interval', 'timeout']) {
    if (keepAlive.at(name).isPresent) checkDuration(keepAlive, name, report)
    else report.error(keepAlive, `http2 keepalive ${name} is required`)
  }
}

function checkTcp(tcp: Reader, report: Report): void {
  refuseNegative(tcp, 'maxConnections', 'max connections', report)
  checkDuration(tcp, 'connectTimeout', report)
  checkDuration(tcp, 'maxConnectionDuration', report)
  const idle = parseDuration(tcp.string('idleTimeout') ?? '')
  if (idle !== undefined && Math.trunc(idle) !== 0) checkDuration(tcp, 'idleTimeout', report)
  checkDuration(tcp.at('tcpKeepalive'), 'time', report)
  checkDuration(tcp.at('tcpKeepalive'), 'interval', report)
}

function refuseNegative(holder: Reader, name: string, words: string, report: Report): void {
  if ((holder.number(name) ?? 0) < 0) report.error(holder.at(name), `${words} must be non-negative`)
}
