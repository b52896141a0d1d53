/** How wide a text is in a font, in CSS pixels. */
export type Measure = (text: string, font: string) => number

/** A measure that remembers, once the face has loaded; without a canvas (tests) widths are estimated. */
export function createMeasure(
  context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | null,
  isLoaded: (font: string) => boolean = () => true,
): Measure {
  const known = new Map<string, number>()
  return (text, font) => {
    const key = `${font}\n${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    let width: number
    if (context) {
      context.font = font
      width = context.measureText(text).width
    } else width = estimate(text, font)
    if (known.size > 5000) known.clear()
    if (isLoaded(font)) known.set(key, width)
    return width
  }
}

function estimate(text: string, font: string): number {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12)
  return text.length * size * (font.includes('Mono') ? 0.6 : 0.54)
}

/** The text, or as much of its start as fits before an ellipsis; at least one letter. */
export function truncate(text: string, font: string, maxWidth: number, measure: Measure): string {
  return longest(text, n => `${text.slice(0, n).trimEnd()}…`, font, maxWidth, measure)
}

/**
 * The text, or what fits of it with its middle left out: names differ at their ends. The last part of one, behind its dash
 * or dot, stays whole where it leaves room for two letters before it.
 */
export function shorten(text: string, font: string, maxWidth: number, measure: Measure): string {
  const last = /[^-.](?<tail>[-.][^-.]+)$/.exec(text)?.groups?.['tail']
  if (
    last !== undefined &&
    measure(text, font) > maxWidth &&
    measure(`${text.slice(0, 2)}…${last}`, font) <= maxWidth
  ) {
    const start = text.slice(0, -last.length)
    return longest(`${start}${last}`, n => `${start.slice(0, n).replace(/[-.]$/, '')}…${last}`, font, maxWidth, measure)
  }
  const keeping = (n: number): string => {
    const tail = Math.floor(n / 2)
    return `${text.slice(0, n - tail).trimEnd()}…${tail > 0 ? text.slice(-tail).trimStart() : ''}`
  }
  return longest(text, keeping, font, maxWidth, measure)
}

function longest(
  text: string,
  keeping: (letters: number) => string,
  font: string,
  maxWidth: number,
  measure: Measure,
): string {
  if (measure(text, font) <= maxWidth) return text
  let low = 1
  let high = Math.max(1, text.length - 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(keeping(middle), font) <= maxWidth) low = middle
    else high = middle - 1
  }
  return keeping(low)
}

/** A name on two lines where it does not fit on one: broken behind a dash or before a dot, so that most of it shows. */
export function breakName(text: string, font: string, maxWidth: number, measure: Measure): readonly string[] {
  if (measure(text, font) <= maxWidth) return [text]
  const pairs = [...text.matchAll(/-|(?=\.)/g)]
    .map(({ index, 0: found }) => index + found.length)
    .filter(at => at > 0 && at < text.length)
    .map(at => [text.slice(0, at), text.slice(at)] as const)
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(line => measure(line, font)))
  const fitting = pairs.findLast(lines => widest(lines) <= maxWidth)
  return fitting ?? pairs.toSorted((a, b) => widest(a) - widest(b))[0] ?? [text]
}
