import { fromBase64url, toBase64url } from './base64url.ts'
import { deflate, inflate } from './deflate.ts'
import { LONGEST_TEXT, isSharedState } from './shared-state.ts'
import type { SharedState } from './shared-state.ts'

/** How an address begins that holds a state. */
export const LINK_ROOT = '#/s/'
/** The fragment of a longer link is not made and not read. */
export const LONGEST_LINK = 64_000

const VERSION = '1'
/** UTF-8 takes up to three bytes for a UTF-16 unit, and JSON up to six for one that it escapes. */
const MOST_BYTES = 3 * LONGEST_TEXT

export type Opened =
  | { readonly kind: 'state'; readonly state: SharedState }
  /** `newer`: of a version that this one does not know. */
  | { readonly kind: 'refused'; readonly because: 'damaged' | 'newer' | 'too long' }

const refused = (because: 'damaged' | 'newer' | 'too long'): Opened => ({ kind: 'refused', because })

/** The fragment of an address: `#/s/1.` and the state as JSON, deflated (RFC 1951), in base64url (RFC 4648). */
export async function linkOf(state: SharedState): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  return `${LINK_ROOT}${VERSION}.${toBase64url(await deflate(bytes))}`
}

/** What a fragment says. Whatever it is, nothing is thrown and nothing is done. */
export async function openLink(hash: string): Promise<Opened> {
  if (hash.length > LONGEST_LINK) return refused('too long')
  const [, version, code] = /^#\/s\/(\d{1,6})\.(.*)$/s.exec(hash) ?? []
  if (version === undefined || code === undefined) return refused('damaged')
  if (version !== VERSION) return refused(Number(version) > Number(VERSION) ? 'newer' : 'damaged')
  const packed = fromBase64url(code)
  const bytes = packed ? await inflate(packed, MOST_BYTES) : 'damaged'
  if (typeof bytes === 'string') return refused(bytes)
  return stateIn(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

/** The same as a file: JSON that begins with the version. */
export const fileOf = (state: SharedState): string => `${JSON.stringify({ meshscope: VERSION, ...state }, null, 2)}\n`

export function openFile(text: string): Opened {
  if (text.length > 2 * MOST_BYTES) return refused('too long')
  return stateIn(() => text, true)
}

function stateIn(read: () => string, isFile = false): Opened {
  let value: unknown
  try {
    value = JSON.parse(read())
  } catch {
    return refused('damaged')
  }
  if (isFile) {
    if (typeof value !== 'object' || value === null || !('meshscope' in value)) return refused('damaged')
    const { meshscope, ...fields } = value
    if (meshscope !== VERSION) return refused(Number(meshscope) > Number(VERSION) ? 'newer' : 'damaged')
    value = fields
  }
  return isSharedState(value) ? { kind: 'state', state: value } : refused('damaged')
}
