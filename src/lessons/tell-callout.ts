import { countText as count } from '../core/base/count-text.ts'
import type { Callout, Step } from './lesson.ts'
import { countFates } from './results.ts'
import type { Results } from './results.ts'

/** What a callout says of the results: its number, and what follows where that are all, or none. */
export function tellCallout({ of: which = {}, fate, words, whenAll, whenNone }: Callout, results: Results): string {
  const { n, of } = countFates(results, which, fate)
  const more = of === 0 ? undefined : n === of ? whenAll : n === 0 ? whenNone : undefined
  const counted = words.replace('{n}', count(n)).replace('{of}', count(of))
  return more === undefined ? counted : `${counted} ${more}`
}

/** What a step says over the stage; undefined where it has nothing to say, or that is not so any more. */
export function tellHeadline(
  { headline }: Pick<Step, 'headline'>,
  results: Results,
): { readonly title: string; readonly detail: string } | undefined {
  if (!headline) return undefined
  const { n, of } = countFates(results, {}, headline.fate)
  const { title, detail } = headline
  return n > 0 || of === 0 ? undefined : { title: title.replace('{of}', count(of)), detail }
}
