/** At most two of a virtual host's domains, short forms instead of long ones. Istio, istioctl's describeRouteDomains. */
export function describeDomains(domains: readonly string[]): string {
  const [first = '', ...others] = domains
  if (others.length === 0) return first
  const shown = shortForms(domains.filter(isWithoutPort))
  const more = shown.length - MOST
  return more > 0 ? `${shown.slice(0, MOST).join(', ')} + ${String(more)} more...` : shown.join(', ')
}

const MOST = 2

/** An IPv6 address in brackets has colons too. */
function isWithoutPort(domain: string): boolean {
  const colons = domain.split(':').length - 1
  return colons === 0 || (colons > 2 && domain.endsWith(']'))
}

function shortForms(domains: readonly string[]): readonly string[] {
  const all = new Set(domains)
  const isSaidShorter = (domain: string, suffix: string) =>
    domain.endsWith(suffix) && all.has(domain.slice(0, -suffix.length))
  return domains.filter(domain => !isSaidShorter(domain, '.svc.cluster.local') && !isSaidShorter(domain, '.svc'))
}
