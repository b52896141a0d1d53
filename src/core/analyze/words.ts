/** `v1`, `v1 and v2`, `v1, v2 and v3`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** `33.3 %`, `75 %`. */
export function percent(share: number): string {
  return `${String(Number((share * 100).toFixed(1)))} %`
}

/** `rule 2 (canary)`, counted from 1. */
export function ruleWords(index: number, name: string | undefined): string {
  return name ? `rule ${String(index + 1)} (${name})` : `rule ${String(index + 1)}`
}

/** A sentence's beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
