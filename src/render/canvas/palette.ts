import { toneOf } from '../../scene/index.ts'
import type { Outcome, Tone } from '../../scene/index.ts'

/** The canvas cannot use `var()`, so these are the properties' values. */
export interface Palette {
  readonly tone: Readonly<Record<Tone, string>>
  readonly halo: string
  readonly card: string
  readonly ink2: string
  readonly line2: string
  readonly accent: string
  readonly onAccent: string
  readonly mono: string
}

/** Reads the palette from anything that resolves custom properties: a computed style, or a map in tests. */
export function readPalette(read: (property: string) => string): Palette {
  const tone = (name: Tone): string => read(`--${name}`)
  return {
    tone: {
      ok: tone('ok'),
      app: tone('app'),
      lost: tone('lost'),
      refused: tone('refused'),
      late: tone('late'),
      ghost: tone('ghost'),
    },
    halo: read('--halo'),
    card: read('--card'),
    ink2: read('--ink-2'),
    line2: read('--line-2'),
    accent: read('--accent'),
    onAccent: read('--on-accent'),
    mono: read('--mono'),
  }
}

export const paletteOf = (element: Element): Palette => {
  const style = getComputedStyle(element)
  return readPalette(property => style.getPropertyValue(property).trim())
}

/** Alive until proven otherwise: teal. */
export const colourOf = (palette: Palette, look: Outcome | 'alive' | 'ghost'): string =>
  look === 'alive' ? palette.tone.ok : look === 'ghost' ? palette.tone.ghost : palette.tone[toneOf(look)]
