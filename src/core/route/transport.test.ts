import { expect, test } from 'vitest'
import type { ClusterTls, Endpoint } from '../envoy/index.ts'
import { createRouter, createSeededChance } from './index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'
import { meet } from './transport.ts'
import type { Meeting } from './transport.ts'

const ISTIO_MUTUAL: ClusterTls = { kind: 'istioMutual', origin: undefined }
const SIMPLE: ClusterTls = { kind: 'simple', sni: undefined, origin: undefined }
const AUTO: ClusterTls = { kind: 'auto', origin: undefined }

test.each<[string, ClusterTls | undefined, Partial<Endpoint>, Meeting]>([
  ['plain text to both', undefined, { accepts: 'both' }, 'accepted'],
  ['plain text to mTLS only', undefined, { accepts: 'mtls' }, 'reset'],
  ['auto to mTLS only', AUTO, { accepts: 'mtls', tlsMode: 'istio' }, 'accepted'],
  ['auto to one that advertises nothing', AUTO, { accepts: 'plaintext' }, 'accepted'],
  ['auto in plain text to mTLS only', AUTO, { accepts: 'mtls' }, 'reset'],
  ['mTLS to plain text', ISTIO_MUTUAL, { accepts: 'plaintext' }, 'tls-error'],
  ['mTLS to both', ISTIO_MUTUAL, { accepts: 'both' }, 'accepted'],
  ['TLS to a plain application', SIMPLE, { accepts: 'both' }, 'tls-error'],
  ['TLS to an application that serves it', SIMPLE, { accepts: 'both', servesTls: true }, 'accepted'],
  ['TLS to mTLS only', SIMPLE, { accepts: 'mtls', servesTls: true }, 'tls-error'],
  ['a closed port', undefined, { nothingListens: true }, 'refused'],
  ['a closed port behind a sidecar', undefined, { nothingListens: true, hasSidecar: true, accepts: 'both' }, 503],
])('%s', (_, tls, changes, expected) => {
  expect(meet(tls ? { tls } : {}, { ...endpoint('a-0', '10.1.0.1'), ...changes })).toBe(expected)
})

function decide(changes: Partial<Endpoint>, tls?: ClusterTls, retryOn = 'connect-failure') {
  const one = { ...cluster(clusterName(''), [{ ...endpoint('a-0', '10.1.0.1'), ...changes }]), ...(tls && { tls }) }
  const retryPolicy = {
    retryOn,
    numRetries: 2,
    perTryTimeoutMs: undefined,
    retriableStatusCodes: [],
    backOffBaseMs: 25,
    avoidPreviousHosts: true,
  }
  const action = forwardTo([leg(one.name)], { retryPolicy })
  return createRouter(sidecar([route({ action })], [one])).decide(request(), createSeededChance(1))
}

test('what the caller sees: a closed connection is not retried, a failed handshake and a closed port are', () => {
  const strict = { accepts: 'mtls' } as const
  expect(decide(strict)).toMatchObject({ status: 503, flags: 'UC', attempts: 1, arrivals: 0 })
  expect(decide(strict, undefined, 'reset')).toMatchObject({ status: 503, flags: 'URX,UC', attempts: 3 })
  expect(decide({}, ISTIO_MUTUAL)).toMatchObject({
    status: 503,
    flags: 'URX,UF',
    details: 'upstream_reset_before_response_started{remote_connection_failure{TLS_error}',
    attempts: 3,
  })
  expect(decide({ nothingListens: true })).toMatchObject({
    flags: 'URX,UF',
    details:
      'upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}',
  })
  expect(decide({ nothingListens: true, hasSidecar: true })).toMatchObject({ status: 503, flags: '-', attempts: 1 })
})

test('over mTLS a sidecar tells its application who called', () => {
  const decision = decide({ accepts: 'both', tlsMode: 'istio', hasSidecar: true }, AUTO)
  expect(decision.clientCertificate).toMatch(/^By=spiffe:\/\/cluster\.local\/ns\/default\/sa\/default;.*URI=spiffe:/)
  expect(decide({ accepts: 'both', hasSidecar: true }, AUTO).clientCertificate).toBeUndefined()
})
