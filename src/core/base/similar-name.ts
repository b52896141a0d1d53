/**
 * The one other name that is nearest, if it is near: at most two slips away, of a long name a third of its letters, and less than
 * half of them. Digits tell names apart: `v2` is no slip of `v1`.
 */
export function findSimilar(name: string, among: readonly string[]): string | undefined {
  if (among.includes(name)) return undefined
  let best: string | undefined
  let least = Infinity
  let isOnlyOne = false
  for (const other of new Set(among)) {
    const most = mostSlips(name, other)
    if (Math.abs(other.length - name.length) > most || digitsOf(other) !== digitsOf(name)) continue
    const found = slips(name, other, most)
    if (found > most || found > least) continue
    isOnlyOne = found < least
    least = found
    best = other
  }
  return isOnlyOne ? best : undefined
}

/** The same name but for a letter, capitals, or what stands between words. */
export function isSlip(a: string, b: string): boolean {
  const [one, other] = [a, b].map(name => name.toLowerCase().replace(/[^a-z0-9]/g, '')) as [string, string]
  return a !== b && digitsOf(a) === digitsOf(b) && slips(one, other, 1) <= 1
}

const digitsOf = (name: string): string => name.replace(/\D/g, '')

function mostSlips(a: string, b: string): number {
  const letters = Math.max(a.length, b.length)
  return Math.min(Math.max(2, Math.floor(Math.min(a.length, b.length) / 3)), Math.ceil(letters / 2) - 1)
}

/** Letters to insert, delete, change or swap with the next; more than `most` is enough to know. */
function slips(a: string, b: string, most: number): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i] === b[j - 1] ? 0 : 1)
      const isSwap = i > 0 && j > 1 && a[i] === b[j - 2] && a[i - 1] === b[j - 1]
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (next.every(slipped => slipped > most) && row.every(slipped => slipped > most)) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
