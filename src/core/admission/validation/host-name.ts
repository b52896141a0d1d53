/** Whether two hosts, wildcards or not, have a name in common. Istio, host.Name.Matches. */
export function hostsOverlap(a: string, b: string): boolean {
  if (a.startsWith('*')) {
    if (!b.startsWith('*')) return b.endsWith(a.slice(1))
    return a.length < b.length ? b.slice(1).endsWith(a.slice(1)) : a.slice(1).endsWith(b.slice(1))
  }
  return b.startsWith('*') ? a.endsWith(b.slice(1)) : a === b
}

/** Whether every name of `a` is one of `b`. Istio, host.Name.SubsetOf. */
export function isHostWithin(a: string, b: string): boolean {
  if (a.startsWith('*')) return b.startsWith('*') && a.length >= b.length && a.slice(1).endsWith(b.slice(1))
  return b.startsWith('*') ? a.endsWith(b.slice(1)) : a === b
}
