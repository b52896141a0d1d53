import type { SheetMarkup } from '../../render/index.ts'

/** No side is longer than this, and no canvas has more pixels: some browsers refuse larger ones. */
export const LONGEST_PX = 16_384
const MOST_PX = 64_000_000

/** A canvas for sheets of this size, `scale` pixels to one of theirs. */
export function paperFor({ width, height }: Pick<SheetMarkup, 'width' | 'height'>, scale: number) {
  const k = Math.min(scale, LONGEST_PX / Math.max(width, height), Math.sqrt(MOST_PX / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * k)
  canvas.height = Math.round(height * k)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gives no canvas to draw on.')
  return { canvas, context }
}

export type Paper = ReturnType<typeof paperFor>

/** Draws an SVG document over the whole canvas. */
export async function drawOn({ canvas, context }: Paper, svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
  } finally {
    URL.revokeObjectURL(url)
  }
}

export const toPng = ({ canvas }: Paper): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(blob => {
      if (blob) resolve(blob)
      else reject(new Error('The picture is too large for this browser.'))
    }, 'image/png')
  })
