const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The text in bytes as YAML gives them: base64, also with the letters for URLs, padded or not. Bytes that are no UTF-8
 * become one character each. Protobuf, JSON mapping of `bytes`.
 */
export function decodeBase64(encoded: string): string {
  const letters = encoded.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) continue
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  try {
    return decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return String.fromCharCode(...bytes)
  }
}
