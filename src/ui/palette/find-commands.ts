/** Something that can be done, by its name. */
export interface Command {
  readonly id: string
  readonly title: string
  /** What kind of thing it is: `Example`, `Problem`. */
  readonly group: string
  /** What does the same without the palette. */
  readonly keys?: string
  readonly run: () => void
}

/** How well words that were typed name a title: 0 is best; undefined: not at all. */
export function distance(typed: string, title: string): number | undefined {
  const inside = title.toLowerCase()
  let sum = 0
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const far = wordDistance(word, inside)
    if (far === undefined) return undefined
    sum += far
  }
  return sum
}

/** At the beginning of a word, inside one, or letter by letter in order with as few gaps as possible. */
function wordDistance(word: string, title: string): number | undefined {
  const at = title.indexOf(word)
  if (at >= 0) return at === 0 ? 0 : isWordStart(title, word) ? 1 : 2
  let from = title.indexOf(word[0] ?? '')
  let gaps = 3
  for (const letter of word.slice(1)) {
    if (from < 0) return undefined
    const next = title.indexOf(letter, from + 1)
    if (next < 0) return undefined
    gaps += next - from - 1
    from = next
  }
  return from < 0 || gaps > 3 * word.length ? undefined : gaps
}

const isWordStart = (title: string, word: string): boolean =>
  [...title.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].some(({ index }) => title.startsWith(word, index))

/** The best first; of equally good ones the order stays. */
export function findCommands(typed: string, commands: readonly Command[]): readonly Command[] {
  return commands
    .map(command => ({ command, far: distance(typed, `${command.title} ${command.group}`) }))
    .filter((one): one is { command: Command; far: number } => one.far !== undefined)
    .sort((a, b) => a.far - b.far)
    .map(({ command }) => command)
}
