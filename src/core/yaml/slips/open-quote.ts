import { scanLine } from './scan-line.ts'
import { insertAt, lineAfter, lineAt } from './slip.ts'
import type { Cause, Slip } from './slip.ts'

/** So many lines that end inside of a quote are looked at. */
const MOST = 4

/** A quote that its line does not close: all that follows is read as its text, so the parser stumbles far below. */
export function openQuote({ text, at }: Slip): readonly Cause[] {
  const causes: Cause[] = []
  for (let start = 0; start >= 0 && start <= at && causes.length < 2 * MOST;) {
    const line = lineAt(text, start)
    const { quote } = scanLine(line.text)
    if (quote) {
      const inner = /\s*[\]},]+\s*$/.exec(line.text)?.index
      const ends = [inner, line.text.trimEnd().length].filter(end => end !== undefined && end > quote.at)
      for (const end of new Set(ends))
        causes.push({
          title: `A closing ${quote.sign === '"' ? 'double' : 'single'} quote is missing`,
          detail: 'All that follows is read as part of this value.',
          range: { start: line.start + quote.at, end: line.end },
          fix: { title: 'Close the quote', edits: [insertAt(line.start + (end ?? 0), quote.sign)] },
        })
    }
    start = lineAfter(text, line)[0]?.start ?? -1
  }
  return causes
}
