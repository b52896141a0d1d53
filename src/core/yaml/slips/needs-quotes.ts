import { scanLine } from './scan-line.ts'
import { lineAt } from './slip.ts'
import type { Cause, Slip } from './slip.ts'

/** `*`, `@x` or `` `x` ``: values that begin with a sign of YAML’s own. */
export function needsQuotes({ text, code, at }: Slip): readonly Cause[] {
  if (code !== 'BAD_SCALAR_START' && code !== 'BAD_ALIAS') return []
  const line = lineAt(text, at)
  const isInFlow = scanLine(text.slice(line.start, at)).closers !== ''
  const rest = text.slice(at, line.end)
  const value = (isInFlow ? rest.replace(/[,\]}].*$/, '') : rest.replace(/\s#.*$/, '')).trimEnd()
  return value === '' ? [] : [quoted(value, at)]
}

/** A value that has to stand in quotes, at its place. */
export function quoted(value: string, at: number): Cause {
  const sign = value.charAt(0)
  const range = { start: at, end: at + value.length }
  const text = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
  return {
    title: `A value that starts with ${sign} needs quotes`,
    detail:
      sign === '*' ? 'Else YAML takes it for an alias of another value.' : `${sign} has a meaning of its own in YAML.`,
    range,
    fix: { title: 'Add quotes', edits: [{ range, text }] },
  }
}
