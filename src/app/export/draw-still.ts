import {
  HOME,
  inLight,
  paintParticles,
  paintRings,
  paletteOf,
  radiusFor,
  readNode,
  stillMarkup,
  stillSheets,
  svgSurface,
} from '../../render/index.ts'
import type { SheetMarkup, StillSheet } from '../../render/index.ts'
import type { PicturePart } from '../../state/index.ts'
import { keyOf } from '../../scene/index.ts'
import { count } from '../../ui/graph-pane/figures.ts'
import type { StageStill } from '../../ui/graph-pane/graph-pane-props.ts'
import { perDotWords } from '../../ui/graph-pane/OutcomeKey.tsx'
import { measure } from '../../ui/graph-pane/Words.tsx'

const PAPER = { camera: HOME, width: 0, height: 0, pixelRatio: 1 }

/** What the stage shows, as a sheet in the light theme, whatever the page's is. */
export function drawStill(
  { window, whole, layers, particles, ringed, headline, tally, perDot }: StageStill,
  part: PicturePart,
  caption: string,
): StillSheet {
  const picture = inLight(layers, (copies, room) => {
    const { surface, markup } = svgSurface()
    const palette = paletteOf(room)
    const radius = radiusFor(particles.length + ringed.length)
    paintParticles(surface, particles, palette, PAPER, radius)
    paintParticles(surface, ringed, palette, PAPER, radius)
    paintRings(surface, ringed, palette.accent, PAPER)
    const [under, ...over] = copies.map(copy => {
      // The camera's: the sheet has its own.
      for (const layer of copy.querySelectorAll(':scope > g')) layer.removeAttribute('transform')
      return stillMarkup(readNode(copy))
    })
    return [under ?? '', markup(), ...over]
  })
  return {
    window: (part === 'whole' ? whole : undefined) ?? window,
    picture,
    title: headline.title,
    detail: headline.detail,
    caption,
    key: keyOf(tally).map(({ outcome, count: n }) => ({ outcome, count: count(n) })),
    note: perDotWords(perDot),
  }
}

/** The sheets as documents, all of one size. */
export const printStills = (sheets: readonly StillSheet[]): readonly SheetMarkup[] =>
  inLight([], (_, room) => {
    const style = getComputedStyle(room)
    const read = (property: string) => style.getPropertyValue(property).trim()
    return stillSheets(sheets, {
      palette: paletteOf(room),
      ink: read('--ink'),
      ink3: read('--ink-3'),
      ui: read('--ui'),
      measure,
    })
  })
