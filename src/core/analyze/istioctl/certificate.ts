/** From when to when a certificate is valid, in milliseconds since 1970. */
export interface Validity {
  readonly fromMs: number
  readonly toMs: number
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of base64, one character each. */
export function decodeBase64Bytes(encoded: string): string {
  let [bits, held, text] = [0, 0, '']
  for (const letter of encoded) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    text += String.fromCharCode((held >> bits) & 0xff)
  }
  return text
}

/** The dates of the first certificate of a PEM text; nothing where it holds none. */
export function readCertificate(pem: string): Validity | undefined {
  const block = /-----BEGIN [A-Z0-9 ]+-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END [A-Z0-9 ]+-----/.exec(pem)?.[1]
  if (block === undefined) return undefined
  const der = decodeBase64Bytes(block)
  const certificate = readField(der, 0)
  const body = certificate && readField(der, certificate.start)
  if (!certificate || !body || certificate.tag !== SEQUENCE || body.tag !== SEQUENCE) return undefined
  const fields = fieldsOf(der, body)
  const [, , , validity] = fields[0]?.tag === VERSION ? fields.slice(1) : fields
  const [from, to] = validity?.tag === SEQUENCE ? fieldsOf(der, validity) : []
  const fromMs = from && readTime(der, from)
  const toMs = to && readTime(der, to)
  return fromMs === undefined || toMs === undefined ? undefined : { fromMs, toMs }
}

const SEQUENCE = 0x30
const VERSION = 0xa0
const UTC_TIME = 0x17

interface Field {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** A value of ASN.1's DER at an offset. */
function readField(der: string, at: number): Field | undefined {
  if (at + 2 > der.length) return undefined
  const first = der.charCodeAt(at + 1)
  const more = first < 0x80 ? 0 : first - 0x80
  let length = first < 0x80 ? first : 0
  for (let i = 0; i < more; i++) length = length * 256 + der.charCodeAt(at + 2 + i)
  const start = at + 2 + more
  return start + length <= der.length ? { tag: der.charCodeAt(at), start, end: start + length } : undefined
}

function fieldsOf(der: string, { start, end }: Field): readonly Field[] {
  const fields: Field[] = []
  for (let at = start; at < end;) {
    const field = readField(der, at)
    if (!field) break
    fields.push(field)
    at = field.end
  }
  return fields
}

/** `260101000000Z`, or with a year of four digits. */
function readTime(der: string, { tag, start, end }: Field): number | undefined {
  const text = der.slice(start, end)
  const digits = /^\d+Z$/.test(text) ? text.slice(0, -1) : undefined
  if (digits === undefined) return undefined
  const short = Number(digits.slice(0, 2))
  const year = tag === UTC_TIME ? short + (short < 50 ? 2000 : 1900) : Number(digits.slice(0, 4))
  const rest = digits.slice(tag === UTC_TIME ? 2 : 4)
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = (rest.match(/\d\d/g) ?? []).map(Number)
  return (((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000
}

/** Of the Gregorian calendar, whose years are taken to begin in March, so that the day of a leap year comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const march = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return march * 365 + Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400) + dayOfYear - 719_468
}
