const LONGEST_HINT = 24

/** A hint never takes more than 24 characters; its whole text is shown on hover. */
export function shortHint(text: string): string {
  const characters = Array.from(text)
  return characters.length <= LONGEST_HINT
    ? text
    : `${characters
        .slice(0, LONGEST_HINT - 1)
        .join('')
        .trimEnd()}…`
}
