import { applyEdits } from '../../base/text-range.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { bracketTooMuch, missingComma, openBracket } from './brackets.ts'
import { indentation } from './indentation.ts'
import { missingColon } from './missing-colon.ts'
import { missingSpace } from './missing-space.ts'
import { needsQuotes } from './needs-quotes.ts'
import { openQuote } from './open-quote.ts'
import { lineAt } from './slip.ts'
import type { Cause, Slip } from './slip.ts'

/** A text is read again at most so often, and so many characters of it in all: some tens of milliseconds at worst. */
const MOST_TRIES = 60
const MOST_CHARACTERS = 150_000
/** What an error takes, in characters that are read without one. */
const OF_AN_ERROR = 100

/** The narrowest first: each knows when it may be meant. */
const KINDS = [needsQuotes, missingSpace, missingColon, openQuote, bracketTooMuch, openBracket, missingComma] as const

/**
 * The cause of a slip in plain words, only where that is certain: a repair of it makes the text readable, together with
 * such repairs of what comes below it. `parse` tells the first slip of a text; it stumbled `errors` times over this one.
 */
export function causeOf(slip: Slip, errors: number, parse: (text: string) => Slip | undefined): Cause | undefined {
  let tries = Math.min(MOST_TRIES, Math.floor(MOST_CHARACTERS / (slip.text.length + errors * OF_AN_ERROR)))
  const read = (text: string): Slip | 'whole' | 'not read' => (--tries < 0 ? 'not read' : (parse(text) ?? 'whole'))
  const find = (at: Slip): Cause | undefined => {
    const isWhole = (edits: readonly TextEdit[]): boolean => read(applyEdits(at.text, edits)) === 'whole'
    const mends = (edits: readonly TextEdit[]): boolean => {
      const next = read(applyEdits(at.text, edits))
      if (next === 'whole' || next === 'not read') return next === 'whole'
      // Another slip further down is another mistake.
      const end = endOf(at, edits)
      return next.at > end && (find(next)?.range.start ?? 0) > end
    }
    const cause = KINDS.flatMap(kind => kind(at)).find(({ fix }) => fix && mends(fix.edits))
    // A line may be moved so that the next one is the one that does not fit.
    return cause ?? indentation(at, isWhole)
  }
  return find(slip)
}

/** In the mended text, the end of the line that the parser stumbled over and of what mended it. */
function endOf(slip: Slip, edits: readonly TextEdit[]): number {
  const last = Math.max(slip.at, ...edits.map(({ range }) => range.end))
  const grown = edits.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0)
  return lineAt(slip.text, last).end + grown
}
