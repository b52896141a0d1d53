/** Whether a text is an IPv4 or IPv6 address. Go, netip.ParseAddr. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}

/** An address, or an address with a prefix length. Istio, ValidateIPSubnet. */
export function checkSubnet(text: string): string | undefined {
  const slash = text.indexOf('/')
  if (slash < 0 || text.includes('/', slash + 1)) return isIpAddress(text) ? undefined : `${text} is not a valid IP`
  const [address, bits] = [text.slice(0, slash), text.slice(slash + 1)]
  const most = isIpv4(address) ? 32 : isIpv6(address) ? 128 : -1
  return /^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= most ? undefined : `${text} is not a valid CIDR block`
}

function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isIpv6(text: string): boolean {
  const address = text.split('%', 1)[0] ?? ''
  if (!address.includes(':')) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  const v4 = groups.at(-1)?.includes('.') ? groups.pop() : undefined
  if (v4 !== undefined && !isIpv4(v4)) return false
  const count = groups.length + (v4 === undefined ? 0 : 2)
  return groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
}
