import { splitsPair } from './replaced-span.ts'

/** A text in parts of about `length`, none of which ends within a line break or a character. */
export function textSlices(text: string, length: number): readonly string[] {
  const slices: string[] = []
  let start = 0
  while (start < text.length) {
    let end = Math.min(start + length, text.length)
    if (splitsPair(text, end)) end++
    slices.push(text.slice(start, end))
    start = end
  }
  return slices
}
