const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(word => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
])
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const),
])
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
const RADIX: readonly (readonly [RegExp, number])[] = [
  [/^[-+]?0[xX]([0-9a-fA-F]+)$/, 16],
  [/^[-+]?0[bB]([01]+)$/, 2],
  [/^[-+]?0[oO]?([0-7]+)$/, 8],
]

/**
 * What Kubernetes reads an unquoted scalar as: YAML 1.1 words and octal numbers included, dates left as text.
 * sigs.k8s.io/yaml, goyaml.v2/resolve.go.
 */
export function resolvePlain(source: string): string | number | boolean | null {
  const word = WORDS.get(source)
  if (word !== undefined) return word
  const first = source.charCodeAt(0)
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46
  if (!numeric || source.length > 64) return source
  const named = NUMBERS.get(source)
  if (named !== undefined) return named
  const digits = source.replaceAll('_', '')
  for (const [pattern, radix] of RADIX) {
    const match = pattern.exec(digits)
    if (match?.[1]) return parseInt(match[1], radix) * (digits.startsWith('-') ? -1 : 1)
  }
  return FLOAT.test(digits) ? Number(digits) : source
}

/** Whether Kubernetes reads this unquoted scalar as something its writer probably did not mean. */
export function isSurprising(source: string): 'boolean' | 'octal' | undefined {
  if (/^[-+]?0[0-7_]*[1-7][0-7_]*$/.test(source)) return 'octal'
  return typeof WORDS.get(source) === 'boolean' && !/^(true|false)$/i.test(source) ? 'boolean' : undefined
}

/** Whether this, unquoted, is text to Kubernetes, letter for letter. */
export const isReadAsText = (source: string): boolean => resolvePlain(source) === source
