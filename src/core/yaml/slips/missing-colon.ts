import { cut, insertAt, linesAround } from './slip.ts'
import type { Cause, Slip } from './slip.ts'

/** `spec` or `host reviews`, where a key should be. */
export function missingColon(slip: Slip): readonly Cause[] {
  return linesAround(slip).flatMap(({ start, end, text }): readonly Cause[] => {
    const [, before, key, rest] = /^(\s*(?:- +)*)([A-Za-z][\w./-]*)(|[ \t].*)$/.exec(text) ?? []
    if (before === undefined || key === undefined || rest === undefined || /:(\s|$)/.test(rest)) return []
    const at = start + before.length + key.length
    return [
      {
        title: `A colon is missing after ${cut(key)}`,
        detail: `Write “${cut(`${key}:${rest.trimEnd()}`)}”.`,
        range: { start: at - key.length, end: rest.trim() === '' ? at : end },
        fix: { title: `Add a colon after ${cut(key)}`, edits: [insertAt(at, ':')] },
      },
    ]
  })
}
