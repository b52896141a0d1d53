import type { HashPolicy } from '../../envoy/index.ts'
import { headerValue, queryValue } from '../request-view.ts'
import type { RequestView } from '../request-view.ts'
import { xxHash64 } from './xx-hash-64.ts'

export type CookiePolicy = Extract<HashPolicy, { kind: 'cookie' }>

export interface RequestHash {
  /** Undefined where nothing was found to hash. */
  readonly hash: bigint | undefined
  /** Cookies that the proxy has to make up, so that the hash is one of chance: one for each policy that misses its own. */
  readonly newCookies: readonly CookiePolicy[]
  /** Their value, where the caller's connection is known; the hash then follows from it. */
  readonly madeUp?: string
}

/**
 * What a request hashes to: each policy that finds something adds its part to the rotated rest. A cookie with a ttl that
 * the caller does not have is made up. Envoy, hash_policy.cc, HashPolicyImpl::generateHash [C101]-[C103].
 */
export function hashRequest(
  policies: readonly HashPolicy[],
  view: RequestView,
  sourceAddress: string | undefined,
): RequestHash {
  let hash: bigint | undefined
  let newCookies: readonly CookiePolicy[] = NO_COOKIES
  let madeUp: string | undefined
  for (const policy of policies) {
    const key = keyOf(policy, view, sourceAddress)
    if (policy.kind === 'cookie' && !key) {
      if (policy.ttlMs === undefined) continue
      newCookies = [...newCookies, policy]
      if (view.request.connection === undefined) continue
      madeUp ??= toCookieValue(xxHash64(view.request.connection))
      hash = addHash(hash, xxHash64(madeUp))
    } else if (key !== undefined) {
      hash = addHash(hash, xxHash64(key))
    }
  }
  if (madeUp !== undefined) return { hash, newCookies, madeUp }
  return { hash: newCookies.length > 0 ? undefined : hash, newCookies }
}

const NO_COOKIES: readonly CookiePolicy[] = []

/** Sixteen hexadecimal digits. Envoy, hash_policy.cc, HashUtil in CookieHashMethod. */
export const toCookieValue = (hash: bigint): string => hash.toString(16).padStart(16, '0')

/** What a further policy found beside the hash of those before it. */
export const addHash = (hash: bigint | undefined, more: bigint): bigint =>
  (hash === undefined ? 0n : rotateLeft(hash)) ^ more

const ALL_ONES = (1n << 64n) - 1n

const rotateLeft = (hash: bigint): bigint => ((hash << 1n) & ALL_ONES) | (hash >> 63n)

/** The text that a policy hashes. */
function keyOf(policy: HashPolicy, view: RequestView, sourceAddress: string | undefined): string | undefined {
  switch (policy.kind) {
    case 'header':
      return headerValue(view, policy.name.toLowerCase())
    case 'queryParameter':
      return queryValue(view, policy.name)
    case 'sourceIp':
      return sourceAddress
    case 'cookie':
      return cookieValue(view, policy.name)
  }
}

/** The first cookie of that name, without the double quotes around it. Envoy, utility.cc, parseCookieValue. */
export function cookieValue(view: RequestView, name: string): string | undefined {
  for (const part of view.request.headers.get('cookie')?.split(';') ?? []) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue
    const value = part.slice(equals + 1).trim()
    return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  }
  return undefined
}
