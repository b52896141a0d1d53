/** The one name at most two slips away, if there is exactly one that near. */
export function findSimilar(name: string, among: readonly string[]): string | undefined {
  const near = among.filter(
    other => Math.abs(other.length - name.length) <= MOST_SLIPS && slips(name, other) <= MOST_SLIPS,
  )
  return near.length === 1 ? near[0] : undefined
}

const MOST_SLIPS = 2

/** Letters to insert, delete or change (Levenshtein); too many is enough to know. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
    if (row.every(slipped => slipped > MOST_SLIPS)) return MOST_SLIPS + 1
  }
  return row[b.length] ?? 0
}
