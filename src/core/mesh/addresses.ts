/** 10.1.0.1, 10.1.0.2, … for the n-th pod (from 1). */
export const podAddress = (n: number): string => `10.1.${String((n >> 8) & 255)}.${String(n & 255)}`

/**
 * Makes up virtual addresses below 10.97.0.0 for Services whose text gives none: by the host's hash, so that one Service's
 * address does not move when another comes or goes; the next free one where two hashes meet.
 */
export function createVirtualAddresses(taken: ReadonlySet<string>): (hostname: string) => string {
  const used = new Set(taken)
  return hostname => {
    let n = hash(hostname)
    while (used.has(virtualAddress(n))) n++
    const address = virtualAddress(n)
    used.add(address)
    return address
  }
}

const virtualAddress = (n: number) => `10.97.${String((n >> 8) & 255)}.${String(n & 255)}`

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 16)) & 0xffff
}

const IP_V4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/
const IP_V6 = /^[0-9a-f:]*:[0-9a-f:]*(?:\d+\.\d+\.\d+\.\d+)?$/i

/** Whether text is an IP address, of version 4 or (roughly) 6. */
export const isIpAddress = (text: string): boolean => IP_V4.test(text) || IP_V6.test(text)

/** A ServiceEntry's address as listeners know it: a range of one address is that address; what is neither is left out. */
export function toServiceAddress(text: string): readonly string[] {
  if (isIpAddress(text)) return [text]
  const [address = '', bits = ''] = text.split('/')
  if (!isIpAddress(address) || !/^\d+$/.test(bits)) return []
  return Number(bits) === (address.includes(':') ? 128 : 32) ? [address] : [text]
}
