const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** Milliseconds of a Go duration (`1.5s`, `1h2m`, `500ms`), or undefined. Go, time.ParseDuration. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0
  const match = /^([+-]?)((?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.exec(text)
  if (!match) return undefined
  let total = 0
  for (const [, digits, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(digits) * (UNIT_MS[unit ?? ''] ?? 0)
  }
  if (total > MOST_MS) return undefined
  return match[1] === '-' ? -total : total
}

/** Go counts nanoseconds in 63 bits. */
const MOST_MS = 2 ** 63 / 1e6
