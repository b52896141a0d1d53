import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Endpoint, HashPolicy } from '../../envoy/index.ts'
import { cluster, clusterName, endpoint, request } from '../testing/build-config.ts'
import { viewRequest } from '../request-view.ts'
import { addressAndPort } from './hash-table.ts'
import { createHashTables } from './hash-tables.ts'
import { hashRequest } from './request-hash.ts'

type Written = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>

interface Recorded {
  readonly name: string
  readonly lbPolicy: 'RING_HASH' | 'MAGLEV'
  readonly size: number
  readonly endpoints: readonly (readonly [name: string, pod: string, weight: number])[]
  readonly hashPolicy: readonly Written[]
  readonly keys: Readonly<Record<string, string>>
}

const CASES = JSON.parse(readFileSync(join(import.meta.dirname, 'cases/keys.json'), 'utf8')) as readonly Recorded[]

function toPolicy({ header, cookie, queryParameter }: Written): HashPolicy {
  if (header) return { kind: 'header', name: String(header['headerName']) }
  if (cookie) return { kind: 'cookie', name: String(cookie['name']), path: '', ttlMs: 60_000 }
  if (queryParameter) return { kind: 'queryParameter', name: String(queryParameter['name']) }
  return { kind: 'sourceIp' }
}

function toEndpoint([name, pod, weight]: Recorded['endpoints'][number]): Endpoint {
  const [address = '', port] = name.split(':')
  return { ...endpoint(pod, address), port: Number(port), weight }
}

test.each(CASES)('$name: every key leads to the pod that Envoy chose', recorded => {
  const endpoints = recorded.endpoints.map(toEndpoint)
  const hashing = { ...cluster(clusterName(''), endpoints), lbPolicy: recorded.lbPolicy, ringSize: recorded.size }
  const table = createHashTables(addressAndPort)(hashing, endpoints)
  const policies = recorded.hashPolicy.map(toPolicy)
  const found = Object.keys(recorded.keys).map(key => {
    const given = request({
      url: recorded.name.includes('query') ? `http://web/?user=${key}` : 'http://web/',
      headers: { 'x-user': key, cookie: `other=1; user=${key}` },
    })
    const { hash } = hashRequest(policies, viewRequest(given), key)
    return [key, table?.find(hash ?? 0n, 0)?.pod]
  })
  expect(Object.fromEntries(found)).toEqual(recorded.keys)
})

test('the ring sizes are those that Envoy reported, and the shares of all pods make one', () => {
  const three = [0, 1, 2].map(i => endpoint(`web-v1-${String(i)}`, `127.1.0.1${String(i)}`))
  const hashing = { ...cluster(clusterName(''), three), lbPolicy: 'RING_HASH' } as const
  const shares = createHashTables(addressAndPort)(hashing, three)?.shares ?? []
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  expect(shares.every(share => Math.abs(share - 1 / 3) < 0.05)).toBe(true)
})

test('nothing to hash gives no hash; a cookie with a ttl is made up, one without is not', () => {
  const view = viewRequest(request({ headers: { cookie: 'user=' } }))
  const cookie = { kind: 'cookie', name: 'user', path: '', ttlMs: 0 } as const
  expect(hashRequest([{ kind: 'header', name: 'x-user' }], view, undefined)).toEqual({ newCookies: [] })
  expect(hashRequest([{ kind: 'sourceIp' }], view, undefined)).toEqual({ newCookies: [] })
  expect(hashRequest([cookie], view, undefined)).toEqual({ newCookies: [cookie] })
  expect(hashRequest([cookie, cookie], view, undefined)).toEqual({ newCookies: [cookie, cookie] })
  expect(hashRequest([{ ...cookie, ttlMs: undefined }], view, undefined)).toEqual({ newCookies: [] })
})
