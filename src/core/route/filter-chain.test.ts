import { expect, test } from 'vitest'
import type { ClusterName } from '../base/ids.ts'
import type { FilterChain, Listener } from '../envoy/index.ts'
import { rangeLength } from './address-range.ts'
import { chooseChain } from './filter-chain.ts'
import { parseRequest } from './parse-request.ts'
import { bytesTarget } from './through-tcp.ts'

const to = (cluster: string): FilterChain => ({ kind: 'tcp', cluster: cluster as ClusterName })
const HTTP: FilterChain = { kind: 'http', routeConfig: '80' }
const origin = undefined

function chosen(chains: Listener['chains'], url: string, address = '10.8.1.1'): string {
  const request = parseRequest({ url })
  if ('error' in request) throw new Error(request.error)
  const listener: Listener = {
    name: 'l',
    address: '0.0.0.0',
    port: 80,
    chain: to('default'),
    origin,
    ...(chains && { chains }),
  }
  const { chain } = chooseChain(listener, address, request)
  const bytes = bytesTarget(chain, request)
  return bytes?.kind === 'tcp' ? bytes.cluster : chain.kind
}

const BY_NAME: Listener['chains'] = [
  { serverNames: ['*.a.com'], chain: to('wide'), origin },
  { serverNames: ['*.b.a.com'], chain: to('narrow'), origin },
  { serverNames: ['www.b.a.com'], chain: to('exact'), origin },
  { plainHttp: true, chain: HTTP, origin },
]

test.each([
  ['https://www.b.a.com/', 'exact'],
  ['https://x.b.a.com/', 'narrow'],
  ['https://x.y.a.com/', 'wide'],
  ['https://a.com/', 'default'],
  ['http://www.b.a.com/', 'http'],
])('by server name: %s goes to %s', (url, expected) => {
  expect(chosen(BY_NAME, url)).toBe(expected)
})

const BY_RANGE: Listener['chains'] = [
  { destinations: ['10.0.0.0/8'], chain: to('wide'), origin },
  { destinations: ['10.8.0.0/16'], serverNames: ['a.com'], chain: to('named'), origin },
  { plainHttp: true, chain: HTTP, origin },
]

test.each([
  ['http://a.com/', '10.1.1.1', 'wide'],
  ['https://a.com/', '10.8.1.1', 'named'],
  ['http://a.com/', '10.8.1.1', 'default'],
  ['http://a.com/', '11.1.1.1', 'http'],
  ['https://a.com/', '11.1.1.1', 'default'],
])('by range first, and that is final: %s at %s goes to %s', (url, address, expected) => {
  expect(chosen(BY_RANGE, url, address)).toBe(expected)
})

test.each([
  ['10.8.0.0/16', '10.8.255.1', 16],
  ['10.8.0.0/16', '10.9.0.0', -1],
  ['10.8.0.1', '10.8.0.1', 32],
  ['0.0.0.0/0', '1.2.3.4', 0],
  ['2001:db8::1', '2001:db8::1', 128],
  ['2001:db8::1', '10.8.0.1', -1],
])('%s fixes %s to %d bits', (range, address, expected) => {
  expect(rangeLength(range, address)).toBe(expected)
})

test.each<[FilterChain, string, string | undefined]>([
  [{ ...HTTP, otherwise: 'PassthroughCluster' as ClusterName }, 'https://a.com/', 'PassthroughCluster'],
  [{ kind: 'auto', routeConfig: 'a', cluster: 'own' as ClusterName }, 'https://a.com/', 'own'],
  [{ ...HTTP, otherwise: 'PassthroughCluster' as ClusterName }, 'http://a.com/', undefined],
  [HTTP, 'https://a.com/', undefined],
])('%j sends the bytes of %s to %s', (chain, url, expected) => {
  const request = parseRequest({ url })
  if ('error' in request) throw new Error(request.error)
  const bytes = bytesTarget(chain, request)
  expect(bytes?.kind === 'tcp' ? bytes.cluster : undefined).toBe(expected)
})
