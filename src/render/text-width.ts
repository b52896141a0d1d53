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

/** The text, or as much of its start as fits before an ellipsis and the last `keepEnd` letters; at least one letter. */
export function truncate(text: string, font: string, maxWidth: number, measure: Measure, keepEnd = 0): string {
  if (measure(text, font) <= maxWidth) return text
  const end = keepEnd > 0 ? text.slice(-keepEnd) : ''
  let low = 1
  let high = Math.max(1, text.length - end.length - 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(`${text.slice(0, middle)}…${end}`, font) <= maxWidth) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, low).trimEnd()}…${end}`
}
