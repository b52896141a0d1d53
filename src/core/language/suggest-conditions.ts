import { RETRY_CONDITIONS } from '../base/retry-conditions.ts'
import type { Suggestion } from './answers.ts'
import type { Asking } from './asking.ts'

/** A list is not longer. */
const REACH = 300

/** What a request is tried again on; what the list has already is not offered again. */
export function suggestConditions({ known, place }: Asking): readonly Suggestion[] {
  const { text } = known.parsed
  const { start, end } = place.word
  const before = /[\w,-]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? ''
  const after = /^[\w,-]*/.exec(text.slice(end, end + REACH))?.[0] ?? ''
  const listed = [...before.split(','), ...after.split(',')]
  return [...RETRY_CONDITIONS]
    .filter(([condition]) => !listed.includes(condition))
    .map(([condition, detail]) => ({ kind: 'name', label: condition, insert: condition, detail }))
}
