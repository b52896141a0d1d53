import { colourTable, createGif } from '../../render/index.ts'
import type { SheetMarkup } from '../../render/index.ts'
import { drawOn, paperFor } from './raster.ts'

/** Wider films are made smaller. */
const WIDEST_PX = 1280
/** How many pictures of a film its colours are taken from. */
const LOOKED_AT = 4

/** These must be there however few pixels have them: all that tells outcomes apart. */
export type Rgb = readonly [number, number, number]

/** The sheets one after the other as a GIF, `hundredths` of a second each. */
export async function filmOf(
  sheets: readonly SheetMarkup[],
  css: string,
  wanted: readonly Rgb[],
  hundredths: number,
  onDrawn: (drawn: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const [first] = sheets
  if (!first) throw new Error('There is nothing to show.')
  const paper = paperFor(first, Math.min(1, WIDEST_PX / first.width))
  const { width, height } = paper.canvas
  const pixelsOf = async ({ svg }: SheetMarkup) => {
    await drawOn(paper, svg(css))
    return paper.context.getImageData(0, 0, width, height).data
  }
  const some = sheets.filter((_, i) => i % Math.ceil(sheets.length / LOOKED_AT) === 0)
  const looked: Uint8ClampedArray[] = []
  for (const sheet of some) looked.push(await pixelsOf(sheet))
  const gif = createGif(width, height, colourTable(looked, wanted))
  for (const [i, sheet] of sheets.entries()) {
    signal.throwIfAborted()
    gif.add(await pixelsOf(sheet), hundredths)
    onDrawn(i + 1)
  }
  return new Blob([gif.finish()], { type: 'image/gif' })
}
