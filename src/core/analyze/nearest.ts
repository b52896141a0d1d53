/** The word that is most like another one, at most two letters apart; undefined where none or two are equally near. */
export function findNearest(word: string, words: readonly string[]): string | undefined {
  const ranked = [...new Set(words)]
    .filter(other => other !== word)
    .map(other => ({ other, distance: distance(word.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, distance }) => distance <= 2 && distance < Math.min(word.length, other.length))
    .sort((a, b) => a.distance - b.distance)
  const [best, next] = ranked
  return best && best.distance !== next?.distance ? best.other : undefined
}

/** Letters to insert, remove or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
