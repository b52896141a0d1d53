const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

/** What a line opens and does not close, by itself; places count from its start. */
export interface ScannedLine {
  /** The closing signs that are missing, the innermost first. */
  readonly closers: string
  /** Where the outermost open bracket stands. */
  readonly bracketAt: number | undefined
  readonly quote: { readonly sign: string; readonly at: number } | undefined
  /** Before a comment and the spaces in front of it. */
  readonly end: number
}

export function scanLine(line: string): ScannedLine {
  const open: { readonly closer: string; readonly at: number }[] = []
  let quote: ScannedLine['quote']
  /** The last character that is no space: a quote or bracket counts where a value begins. */
  let last = ':'
  for (let i = 0; i < line.length; i++) {
    const sign = line.charAt(i)
    if (quote) {
      if (quote.sign === '"' && sign === '\\') i++
      else if (sign === quote.sign) quote = undefined
      continue
    }
    if (sign === '#' && /^$|\s/.test(line.charAt(i - 1)))
      return { ...ended(open, quote), end: line.slice(0, i).trimEnd().length }
    const begins = ':-,[{'.includes(last)
    const closer = CLOSERS[sign]
    if (begins && (sign === '"' || sign === "'")) quote = { sign, at: i }
    else if (begins && closer !== undefined) open.push({ closer, at: i })
    else if (sign === open.at(-1)?.closer) open.pop()
    if (!/\s/.test(sign)) last = sign
  }
  return { ...ended(open, quote), end: line.trimEnd().length }
}

const ended = (
  open: readonly { readonly closer: string; readonly at: number }[],
  quote: ScannedLine['quote'],
): Omit<ScannedLine, 'end'> => ({
  closers: open
    .map(({ closer }) => closer)
    .reverse()
    .join(''),
  bracketAt: open[0]?.at,
  quote,
})
