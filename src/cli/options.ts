/** A command line that cannot be carried out; the message says why. */
export class UsageError extends Error {}

export interface Options {
  has(name: string): boolean
  /** The last value given. */
  get(name: string): string | undefined
  /** Every value given, in order. */
  all(name: string): readonly string[]
  required(name: string): string
  /** Arguments that belong to no option. */
  readonly rest: readonly string[]
}

/** Reads `--name value`, `--name=value` and flags; a lone `-` is an argument. */
export function parseOptions(argv: readonly string[], known: Readonly<Record<string, 'flag' | 'value'>>): Options {
  const values = new Map<string, string[]>()
  const rest: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (!argument.startsWith('-') || argument === '-') {
      rest.push(argument)
      continue
    }
    const [name, inline] = splitOnce(argument)
    const kind = known[name]
    if (kind === undefined) throw new UsageError(`${name} is not an option`)
    const given = values.get(name) ?? []
    values.set(name, given)
    if (kind === 'flag') {
      if (inline !== undefined) throw new UsageError(`${name} takes no value`)
      given.push('')
      continue
    }
    const value = inline ?? argv[++i]
    if (value === undefined) throw new UsageError(`${name} needs a value`)
    given.push(value)
  }
  return {
    has: name => values.has(name),
    get: name => values.get(name)?.at(-1),
    all: name => values.get(name) ?? [],
    required(name) {
      const value = values.get(name)?.at(-1)
      if (value === undefined) throw new UsageError(`${name} is missing`)
      return value
    },
    rest,
  }
}

function splitOnce(argument: string): readonly [string, string | undefined] {
  const equals = argument.startsWith('--') ? argument.indexOf('=') : -1
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)]
}
