/** Who a resource is exported to, in words: `exported to namespaces prod and web only`. */
export function exportWords(exportTo: readonly string[], own: string): string {
  const namespaces = [...new Set(exportTo.map(name => (name === '.' ? own : name)))].filter(name => name !== '~')
  if (namespaces.length === 0 || (exportTo.includes('~') && !exportTo.includes('*'))) return 'exported to nobody'
  const only = namespaces[0]
  if (namespaces.length === 1 && only === own) return `exported to its own namespace ${own} only`
  return `exported to ${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${list(namespaces)} only`
}

/** `a`, `a and b`, `a, b and c`; of more than four the first ones. */
export function list(words: readonly string[]): string {
  if (words.length > MOST) return `${words.slice(0, MOST - 1).join(', ')} and ${String(words.length - MOST + 1)} more`
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

const MOST = 4
