import type { Callout } from './lesson.ts'
import { countFates } from './results.ts'
import type { Results } from './results.ts'

const count = (n: number): string => n.toLocaleString('en')

/** What a callout says of the results: its number, and what follows where that are all, or none. */
export function tellCallout({ of: which = {}, fate, words, whenAll, whenNone }: Callout, results: Results): string {
  const { n, of } = countFates(results, which, fate)
  const more = of === 0 ? undefined : n === of ? whenAll : n === 0 ? whenNone : undefined
  const counted = words.replace('{n}', count(n)).replace('{of}', count(of))
  return more === undefined ? counted : `${counted} ${more}`
}
