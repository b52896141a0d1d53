import { scanLine } from './scan-line.ts'
import { insertAt, lineAt } from './slip.ts'
import type { Cause, Line, Slip } from './slip.ts'

/** So many lines above are looked at for a bracket that nothing closes. */
const FAR = 40

/** `[reviews`, before the parser stumbles over the next line. */
export function openBracket({ text, at }: Slip): readonly Cause[] {
  const causes: Cause[] = []
  let line: Line | undefined = lineAt(text, at)
  for (let i = 0; line && i < FAR; i++) {
    const { closers, bracketAt, end, quote } = scanLine(line.text)
    if (bracketAt !== undefined && !quote)
      causes.push({
        title: closers.length > 1 ? `Closing ${closers} are missing` : `A closing ${closers} is missing`,
        detail: `${line.text.charAt(bracketAt)} opens here and nothing closes it.`,
        range: { start: line.start + bracketAt, end: line.start + end },
        fix: { title: `Add ${closers}`, edits: [insertAt(line.start + end, closers)] },
      })
    line = line.start > 0 ? lineAt(text, line.start - 1) : undefined
  }
  return causes
}

/** `[reviews]]` */
export function bracketTooMuch({ text, at }: Slip): readonly Cause[] {
  const sign = text.charAt(at)
  if (sign !== ']' && sign !== '}') return []
  const range = { start: at, end: at + 1 }
  return [
    {
      title: `This ${sign} closes nothing`,
      detail: `No ${sign === ']' ? '[' : '{'} stands open before it.`,
      range,
      fix: { title: `Remove ${sign}`, edits: [{ range, text: '' }] },
    },
  ]
}

/** `{ exact: a prefix: b }` */
export function missingComma({ text, at }: Slip): readonly Cause[] {
  const line = lineAt(text, at)
  const before = text.slice(line.start, at)
  if (scanLine(before).closers === '' || before.trimEnd().length === before.length) return []
  const end = line.start + before.trimEnd().length
  return [
    {
      title: 'A comma is missing here',
      detail: 'In [ ] and { } commas stand between the values.',
      range: { start: end, end: Math.min(at + 1, line.end) },
      fix: { title: 'Add a comma', edits: [insertAt(end, ',')] },
    },
  ]
}
