import { cut, insertAt, linesAround } from './slip.ts'
import type { Cause, Slip } from './slip.ts'

/** `host:reviews` or `-name: canary`. */
export function missingSpace(slip: Slip): readonly Cause[] {
  return linesAround(slip).flatMap(({ start, text }): readonly Cause[] => {
    const [, before, sign] =
      /^(\s*(?:- +)*[A-Za-z][\w./-]*)(:)(?=[^\s:/])/.exec(text) ?? /^(\s*)(-)(?=[A-Za-z"'{[])/.exec(text) ?? []
    if (before === undefined || sign === undefined) return []
    const at = start + before.length + 1
    return [
      {
        title: `A space is missing after the ${sign === ':' ? 'colon' : 'dash'}`,
        detail: `Write “${cut(`${before}${sign} ${text.slice(before.length + 1)}`.trim())}”.`,
        range: { start: start + before.search(/\S|$/), end: start + text.trimEnd().length },
        fix: { title: 'Add a space', edits: [insertAt(at, ' ')] },
      },
    ]
  })
}
