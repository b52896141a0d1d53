import type { ColourTable } from './colour-table.ts'
import { lzw } from './lzw.ts'

export interface Gif {
  /** The next picture, RGBA, shown for `hundredths` of a second. */
  readonly add: (pixels: Uint8ClampedArray, hundredths: number) => void
  /** The whole file; nothing can be added afterwards. */
  readonly finish: () => Uint8Array<ArrayBuffer>
}

const BITS = 8
const UNCHANGED = 255

/** A film as GIF89a that runs again and again: of each picture only the part that changed is kept. */
export function createGif(width: number, height: number, table: ColourTable): Gif {
  const parts: Uint8Array[] = [head(width, height, table)]
  let before: Uint8Array | undefined
  return {
    add: (pixels, hundredths) => {
      const now = new Uint8Array(width * height)
      for (let i = 0; i < now.length; i++)
        now[i] = table.indexOf(pixels[i * 4] ?? 0, pixels[i * 4 + 1] ?? 0, pixels[i * 4 + 2] ?? 0)
      const box = changedBox(before, now, width, height)
      const part = new Uint8Array(box.width * box.height)
      for (let y = 0; y < box.height; y++) {
        for (let x = 0; x < box.width; x++) {
          const at = (box.y + y) * width + box.x + x
          part[y * box.width + x] = before?.[at] === now[at] ? UNCHANGED : (now[at] ?? 0)
        }
      }
      // Keep what is there, with one index that is see-through.
      parts.push(Uint8Array.of(0x21, 0xf9, 4, 0b101, ...word(hundredths), UNCHANGED, 0))
      parts.push(Uint8Array.of(0x2c, ...word(box.x), ...word(box.y), ...word(box.width), ...word(box.height), 0))
      parts.push(lzw(part, BITS))
      before = now
    },
    finish: () => {
      parts.push(Uint8Array.of(0x3b))
      const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const part of parts) {
        file.set(part, at)
        at += part.length
      }
      return file
    },
  }
}

const word = (value: number): readonly [number, number] => [value & 255, (value >> 8) & 255]

const letters = (text: string): readonly number[] => Array.from(text, letter => letter.charCodeAt(0))

/** The size, the colours, and that it never ends. */
function head(width: number, height: number, { colours }: ColourTable): Uint8Array {
  const table = new Uint8Array(3 << BITS)
  colours.forEach((colour, i) => {
    table.set(colour, i * 3)
  })
  return Uint8Array.of(
    ...letters('GIF89a'),
    ...[...word(width), ...word(height), 0x80 | ((BITS - 1) << 4) | (BITS - 1), 0, 0],
    ...table,
    ...[0x21, 0xff, 11, ...letters('NETSCAPE2.0'), 3, 1, 0, 0, 0],
  )
}

/** The smallest box around all that is not as before; where nothing changed, one pixel. */
function changedBox(before: Uint8Array | undefined, now: Uint8Array, width: number, height: number) {
  if (!before) return { x: 0, y: 0, width, height }
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (before[y * width + x] === now[y * width + x]) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  return right < 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
