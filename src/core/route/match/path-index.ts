import type { Route } from '../../envoy/index.ts'

/** Routes that a path may match, by index, in order; all others cannot. */
export type CandidateFinder = (path: string) => readonly number[]

/** Below this, trying every route is as fast. */
const FEW = 16

/**
 * Long lists of routes are mostly lists of literal paths and prefixes: these are looked up instead of compared one by one.
 * Which of the candidates matches is still decided in order, by all of its conditions.
 */
export function indexPaths(routes: readonly Route[]): CandidateFinder | undefined {
  if (routes.length < FEW) return undefined
  const others: number[] = []
  const exact = new Map<string, number[]>()
  const byLength = new Map<number, Map<string, number[]>>()
  for (const [index, { match }] of routes.entries()) {
    const { kind, value } = match.path
    if (!match.caseSensitive || kind === 'safeRegex' || value === '/') others.push(index)
    else if (kind === 'path') append(exact, value, index)
    else {
      const prefixes = byLength.get(value.length) ?? new Map<string, number[]>()
      byLength.set(value.length, prefixes)
      append(prefixes, value, index)
    }
  }
  const prefixesByLength = [...byLength]
  return path => {
    const lists = [others]
    const atPath = exact.get(path)
    if (atPath) lists.push(atPath)
    for (const [length, prefixes] of prefixesByLength) {
      const found = length <= path.length ? prefixes.get(path.slice(0, length)) : undefined
      if (found) lists.push(found)
    }
    return inOrder(lists)
  }
}

function append(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key)
  if (known) known.push(index)
  else map.set(key, [index])
}

function inOrder(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter(list => list.length > 0)
  return filled.length < 2 ? (filled[0] ?? []) : filled.flat().sort((a, b) => a - b)
}
