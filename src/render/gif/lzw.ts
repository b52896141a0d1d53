/** GIF's variable-width LZW of colour indexes that need `bits` bits each (2 to 8), in sub-blocks of at most 255 bytes. */
export function lzw(indexes: Uint8Array, bits: number): Uint8Array {
  const out: number[] = [bits]
  let block: number[] = []
  let buffer = 0
  let held = 0
  const clear = 1 << bits
  const end = clear + 1
  let width = bits + 1
  let next = end + 1
  /** From a code and the letter after it to the code of both. */
  let codes = new Map<number, number>()
  const put = (code: number): void => {
    buffer |= code << held
    held += width
    while (held >= 8) {
      byte(buffer & 255)
      buffer >>>= 8
      held -= 8
    }
  }
  const byte = (value: number): void => {
    block.push(value)
    if (block.length === 255) flush()
  }
  const flush = (): void => {
    if (block.length > 0) {
      out.push(block.length)
      for (const value of block) out.push(value)
    }
    block = []
  }
  put(clear)
  let prefix = indexes[0]
  for (let i = 1; i < indexes.length; i++) {
    const letter = indexes[i] ?? 0
    const pair = ((prefix ?? 0) << 8) | letter
    const known = codes.get(pair)
    if (known !== undefined) {
      prefix = known
      continue
    }
    put(prefix ?? 0)
    if (next < LARGEST) {
      codes.set(pair, next)
      if (next === 1 << width) width++
      next++
    } else {
      put(clear)
      codes = new Map()
      next = end + 1
      width = bits + 1
    }
    prefix = letter
  }
  if (prefix !== undefined) put(prefix)
  put(end)
  if (held > 0) byte(buffer & 255)
  flush()
  out.push(0)
  return Uint8Array.from(out)
}

/** Codes have at most twelve bits. */
const LARGEST = 4096
