import type { ProxyId } from '../core/base/ids.ts'
import type { Traffic } from '../core/simulate/index.ts'

/** What is kept over a reload, in this browser alone. */
export interface Kept {
  readonly text: string
  readonly fileName: string
  readonly traffic: Traffic | undefined
  /** Whose sidecar was looked from. */
  readonly proxy?: ProxyId | undefined
}

const KEY = 'meshscope.document'

/** JSON that keeps the maps of request headers. */
const encode = (kept: Kept) =>
  JSON.stringify(kept, (_, value: unknown) => (value instanceof Map ? { entries: [...value.entries()] } : value))

const decode = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => {
    const entries = (value as { entries?: [string, string][] } | null)?.entries
    return key === 'headers' && entries ? new Map(entries) : value
  })

/** Undefined where the browser keeps nothing for us, and in a frame of another page, which says itself what it shows. */
export function ownStorage(): Storage | undefined {
  try {
    return window.parent === window ? localStorage : undefined
  } catch {
    return undefined
  }
}

/** The text of the last visit, or undefined; what is not ours or unreadable counts as none. */
export function loadKept(storage: Storage): Kept | undefined {
  try {
    const value = decode(storage.getItem(KEY) ?? 'null') as Partial<Kept> | null
    if (typeof value?.text !== 'string' || typeof value.fileName !== 'string') return undefined
    const { text, fileName, traffic, proxy } = value
    return { text, fileName, traffic, ...(typeof proxy === 'string' && { proxy }) }
  } catch {
    return undefined
  }
}

/** False where the browser has no room for it. */
export function keep(storage: Storage, kept: Kept): boolean {
  try {
    storage.setItem(KEY, encode(kept))
    return true
  } catch {
    return false
  }
}
