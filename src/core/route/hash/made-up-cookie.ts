import type { Endpoint } from '../../envoy/index.ts'
import type { HashTable } from './hash-table.ts'
import { addHash, toCookieValue } from './request-hash.ts'
import type { CookiePolicy, RequestHash } from './request-hash.ts'
import { xxHash64 } from './xx-hash-64.ts'

/** After so many values some other pod's has to do. */
const MOST_VALUES = 1000

/**
 * The `set-cookie` lines for a caller that had no such cookies, all of one value. The proxy hashes the two ends of the
 * connection, ports included; where nobody knows them a value that leads to the same pod stands for it. Envoy, router.cc,
 * addDownstreamSetCookie; utility.cc, makeSetCookieValue [C101].
 */
export function setCookieLines(
  { newCookies: cookies, madeUp }: RequestHash,
  table: HashTable,
  endpoint: Endpoint,
): readonly string[] {
  const value = madeUp ?? findValue(cookies, table, endpoint)
  return cookies.map(({ name, path, ttlMs }) => {
    const seconds = Math.floor((ttlMs ?? 0) / 1000)
    return [
      `${name}="${value}"`,
      ...(seconds > 0 ? [`Max-Age=${String(seconds)}`] : []),
      ...(path === '' ? [] : [`Path=${path}`]),
      'HttpOnly',
    ].join('; ')
  })
}

function findValue(cookies: readonly CookiePolicy[], table: HashTable, endpoint: Endpoint): string {
  let value = ''
  for (let i = 0; i < MOST_VALUES; i++) {
    value = toCookieValue(xxHash64(`${endpoint.address}-${String(i)}`))
    const own = xxHash64(value)
    const hash = cookies.reduce((all: bigint | undefined) => addHash(all, own), undefined)
    if (table.find(hash ?? own, 0) === endpoint) break
  }
  return value
}
