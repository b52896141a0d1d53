/** How many bits of an address a range (`10.8.0.0/16`, or one address) fixes, if it holds the address; else -1. */
export function rangeLength(range: string, address: string): number {
  const [base = '', bits] = range.split('/')
  const from = toNumber(base)
  const at = toNumber(address)
  if (from === undefined || at === undefined) return base === address ? 128 : -1
  const length = bits === undefined ? 32 : Number(bits)
  const size = 2 ** (32 - length)
  return Math.floor(from / size) === Math.floor(at / size) ? length : -1
}

/** An address of version 4 as a number. */
function toNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number)
  if (parts.length !== 4 || parts.some(part => !Number.isInteger(part) || part < 0 || part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}
