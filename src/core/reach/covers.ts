import type { PathMatch, RouteMatch } from '../envoy/index.ts'

/** True if surely every request that `later` matches is matched by `earlier` too; false also where that is hard to tell. */
export function covers(earlier: RouteMatch, later: RouteMatch): boolean {
  return (
    coversPath(earlier, later) &&
    earlier.headers.every(a =>
      later.headers.some(
        b =>
          a.name === b.name &&
          a.invert === b.invert &&
          a.treatMissingAsEmpty === b.treatMissingAsEmpty &&
          JSON.stringify(a.match) === JSON.stringify(b.match),
      ),
    ) &&
    earlier.query.every(a =>
      later.query.some(b => a.name === b.name && JSON.stringify(a.match) === JSON.stringify(b.match)),
    )
  )
}

function coversPath(earlier: RouteMatch, later: RouteMatch): boolean {
  if (takesEveryPath(earlier.path)) return true
  if (earlier.caseSensitive && !later.caseSensitive) return false
  const fold = (text: string): string => (earlier.caseSensitive ? text : text.toLowerCase())
  const [a, b] = [fold(earlier.path.value), fold(later.path.value)]
  switch (earlier.path.kind) {
    case 'prefix':
      return later.path.kind !== 'safeRegex' && b.startsWith(a)
    case 'path':
      return later.path.kind === 'path' && a === b
    case 'pathSeparatedPrefix':
      return later.path.kind === 'safeRegex' || later.path.kind === 'prefix' ? false : b === a || b.startsWith(`${a}/`)
    case 'safeRegex':
      return later.path.kind === 'safeRegex' && earlier.path.value === later.path.value
  }
}

const takesEveryPath = (path: PathMatch): boolean =>
  (path.kind === 'prefix' && path.value === '/') || (path.kind === 'safeRegex' && path.value === '.*')
