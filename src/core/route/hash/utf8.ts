/** A text's bytes in UTF-8; half a surrogate pair counts as the replacement character. The core has no TextEncoder. */
export function toUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0))
    else bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0))
  }
  return Uint8Array.from(bytes)
}

const tail = (code: number, shift: number): number => 0x80 | ((code >> shift) & 0x3f)
