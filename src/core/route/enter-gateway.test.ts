import { describe, expect, test } from 'vitest'
import type { EnvoyConfig, FilterChain, VirtualHost } from '../envoy/index.ts'
import { createRouter } from './create-router.ts'
import { receivedRequest } from './headers/received-request.ts'
import { parseRequest } from './parse-request.ts'
import { createSeededChance } from './seeded-chance.ts'

const SECURE: VirtualHost = { name: 'a', domains: ['a.com'], routes: [], requireTls: true, origin: undefined }
const chain = (terminatesTls: boolean): FilterChain => ({ kind: 'http', routeConfig: 'r', terminatesTls })

const CONFIG: EnvoyConfig = {
  proxy: 'edge.default' as EnvoyConfig['proxy'],
  kind: 'gateway',
  dns: new Map(),
  listeners: [
    { name: '0.0.0.0_8080', address: '0.0.0.0', port: 8080, chain: chain(false), origin: undefined },
    {
      name: '0.0.0.0_8443',
      address: '0.0.0.0',
      port: 8443,
      chain: { kind: 'close' },
      chains: [{ serverNames: ['a.com'], chain: chain(true), origin: undefined }],
      origin: undefined,
    },
  ],
  routeConfigs: new Map([['r', { name: 'r', virtualHosts: [SECURE], servers: [] }]]),
  clusters: new Map(),
  entryPorts: new Map([
    [80, 8080],
    [443, 8443],
    [9000, 9000],
  ]),
}

function send(url: string, headers: Readonly<Record<string, string>> = {}) {
  const request = parseRequest({ url, headers })
  if ('error' in request) throw new Error(request.error)
  return { request, decision: createRouter(CONFIG).decide(request, createSeededChance(1)) }
}

describe('a request from outside', () => {
  test.each([
    ['is sent on to https', 'http://a.com/x?y', 'http', 301, 'https://a.com/x?y'],
    ['is not known by its host', 'http://b.com/', 'http', 404, undefined],
    ['is past the redirect once it came over TLS', 'https://a.com/', 'http', 404, undefined],
    ['asks for a server name that none has', 'https://b.com/', 'no-listener', 0, undefined],
    ['speaks plain text to TLS servers', 'http://a.com:443/', 'no-listener', 0, undefined],
    ['speaks TLS to a plain server', 'https://a.com:80/', 'no-listener', 0, undefined],
    ['dials a port without a listener', 'http://a.com:9000/', 'no-listener', 0, undefined],
    ['dials a port that the Service has not', 'http://a.com:81/', 'no-listener', 0, undefined],
  ])('%s', (_, url, outcome, status, location) => {
    const { decision } = send(url)
    expect([decision.outcome, decision.status]).toEqual([outcome, status])
    expect(decision.localReply?.headers.find(([name]) => name === 'location')?.[1]).toBe(location)
  })

  test('cannot say itself that it came over https', () => {
    expect(send('http://a.com/', { 'x-forwarded-proto': 'https' }).decision.status).toBe(301)
  })

  test('gets the client’s address, and loses what only proxies inside may set', () => {
    const headers = { 'x-forwarded-for': '1.2.3.4', 'x-envoy-retry-on': '5xx', 'x-user': 'ann' }
    const { request, decision } = send('http://b.com/', headers)
    expect(receivedRequest(decision, { ...request, clientAddress: '203.0.113.1' }).headers).toEqual([
      ['host', 'b.com'],
      ['x-forwarded-for', '1.2.3.4,203.0.113.1'],
      ['x-user', 'ann'],
      ['x-forwarded-proto', 'http'],
      ['x-envoy-external-address', '203.0.113.1'],
      ['x-envoy-attempt-count', '1'],
    ])
    expect(decision.localReply?.headers).toEqual([['server', 'istio-envoy']])
  })
})
