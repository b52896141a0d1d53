/** A particle's picture for sheets of one width: only the pixels that are set. */
export interface Stamp {
  /** Where each pixel is from that of its middle. */
  readonly offsets: Int32Array
  /** As `ImageData` has them, with straight alpha; first those that cover what is under them. */
  readonly pixels: Int32Array
  readonly covering: number
}

/** The square part of a picture that begins at `x`, `y` and reaches so far on each side of its middle pixel. */
export function stampAt(
  picture: Int32Array,
  width: number,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
  sheetWidth: number,
): Stamp {
  const covering: [offset: number, pixel: number][] = []
  const others: [offset: number, pixel: number][] = []
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const pixel = picture[(y + reach + dy) * width + x + reach + dx] ?? 0
      const alpha = pixel >>> 24
      if (alpha > 0) (alpha === 255 ? covering : others).push([dy * sheetWidth + dx, pixel])
    }
  }
  const all = [...covering, ...others]
  return {
    offsets: Int32Array.from(all, ([offset]) => offset),
    pixels: Int32Array.from(all, ([, pixel]) => pixel),
    covering: covering.length,
  }
}

/** The same picture, less opaque. */
export const dimmed = (picture: Int32Array, opacity: number): Int32Array =>
  opacity === 1 ? picture : picture.map(pixel => (Math.round((pixel >>> 24) * opacity) << 24) | (pixel & 0xff_ff_ff))

/** The same picture with hard edges: a pixel is there or not. */
export const hardened = (picture: Int32Array): Int32Array =>
  picture.map(pixel => (pixel >>> 24 < 128 ? 0 : pixel | 0xff_00_00_00))

/** Puts a stamp's middle on the pixel at that index; all of it must be within the sheet. */
export function putStamp(sheet: Int32Array, { offsets, pixels, covering }: Stamp, middle: number): void {
  for (let i = 0; i < covering; i++) sheet[middle + (offsets[i] ?? 0)] = pixels[i] ?? 0
  for (let i = covering; i < offsets.length; i++) {
    const at = middle + (offsets[i] ?? 0)
    sheet[at] = blend(pixels[i] ?? 0, sheet[at] ?? 0)
  }
}

/** One pixel over another, both with straight alpha. */
function blend(over: number, under: number): number {
  const underAlpha = under >>> 24
  if (underAlpha === 0) return over
  const alpha = over >>> 24
  const sum = alpha + underAlpha - Math.round((alpha * underAlpha) / 255)
  // In 256ths, and two channels at once: there is room between them.
  const share = Math.round((alpha << 8) / sum)
  const rest = 256 - share
  const redBlue = (Math.imul(over & 0xff_00_ff, share) + Math.imul(under & 0xff_00_ff, rest) + 0x80_00_80) >>> 8
  const green = (Math.imul((over >>> 8) & 255, share) + Math.imul((under >>> 8) & 255, rest) + 0x80) & 0xff_00
  return (sum << 24) | (redBlue & 0xff_00_ff) | green
}
