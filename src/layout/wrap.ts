export type Measure = (text: string, font: string) => number

/** A little wider than the interface face runs, for where nothing can be measured. */
export const estimate: Measure = (text, font) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
  return text.length * size * (font.includes('Mono') ? 0.602 : 0.53)
}

/** Words into lines no wider than `width`; a word that is wider has a line of its own. */
export function wrap(text: string, width: number, font: string, measure: Measure = estimate): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`, font) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export const CAUSE_FONT = '12px Inter'
