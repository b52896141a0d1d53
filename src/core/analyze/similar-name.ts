/** The one name at most two slips away, if there is exactly one that near. */
export function findSimilar(name: string, among: readonly string[]): string | undefined {
  const near = among.filter(other => Math.abs(other.length - name.length) <= 2 && slips(name, other) <= 2)
  return near.length === 1 ? near[0] : undefined
}

/** Letters to insert, delete or change (Levenshtein). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
