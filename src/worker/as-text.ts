/** What is left out of a text, and how many digits of a number count. */
export interface Leaving {
  readonly without: (key: string) => boolean
  readonly digits?: number
}

/**
 * A value as text, for comparing only: equal for values of the same shape and content. What is undefined is as if it were not there;
 * a Map is the list of its entries.
 */
export function asText(value: unknown, leaving: Leaving): string {
  if (typeof value === 'string') return `${String(value.length)}"${value}`
  if (typeof value === 'number') return String(leaving.digits === undefined ? value : toDigits(value, leaving.digits))
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Map) return asText([...value.entries()], leaving)
  if (Array.isArray(value)) {
    let text = '['
    for (const one of value as readonly unknown[]) text += `${asText(one, leaving)},`
    return `${text}]`
  }
  let text = '{'
  for (const key in value) {
    const one = (value as Readonly<Record<string, unknown>>)[key]
    if (one !== undefined && typeof one !== 'function' && !leaving.without(key))
      text += `${key}:${asText(one, leaving)},`
  }
  return `${text}}`
}

/** Whole numbers have no digits to lose. */
const toDigits = (value: number, digits: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(digits))

/** Sixteen hexadecimal digits for a text of any length, to hand about in place of it; FNV-1a from two beginnings. */
export function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2f0b4c47]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b)
    b ^= b >>> 15
  }
  return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
