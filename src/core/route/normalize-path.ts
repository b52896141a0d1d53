const DOT_SEGMENT = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/
const ESCAPED = /%([0-9a-fA-F]{2})/g
const UNRESERVED = /[A-Za-z0-9._~-]/

/**
 * The path after the mesh's default normalization (BASE): escapes of unreserved characters decoded, backslashes turned,
 * dot segments resolved; double and escaped slashes stay. Envoy, path_utility.cc, PathUtil::canonicalPath [A70].
 */
export function normalizePath(pathAndQuery: string): string {
  const mark = pathAndQuery.indexOf('?')
  const path = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark)
  if (!path.includes('%') && !path.includes('\\') && !path.includes('/.')) return pathAndQuery
  const turned = path.replace(ESCAPED, decodeUnreserved).replaceAll('\\', '/')
  const resolved = DOT_SEGMENT.test(turned) ? removeDotSegments(turned) : turned
  return mark < 0 ? resolved : resolved + pathAndQuery.slice(mark)
}

function decodeUnreserved(escape: string, hex: string): string {
  const character = String.fromCharCode(Number.parseInt(hex, 16))
  return UNRESERVED.test(character) ? character : escape
}

/** RFC 3986, 5.2.4. */
function removeDotSegments(path: string): string {
  const segments = path.split('/').slice(1)
  const kept: string[] = []
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1
    if (segment === '..') kept.pop()
    if (segment === '.' || segment === '..') {
      if (last) kept.push('')
      return
    }
    kept.push(segment)
  })
  return `/${kept.join('/')}`
}
