/** True of a value of that shape, and of nothing else: what comes from outside is believed only as far as one says so. */
export type Guard<T> = (value: unknown) => value is T

type Guarded<G> = G extends Guard<infer T> ? T : never
type Guards = Readonly<Record<string, Guard<unknown>>>

export const isText =
  (mostChars: number): Guard<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= mostChars

export const isNumber =
  (least: number, most: number): Guard<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= least && value <= most

export const isWhole =
  (least: number, most: number): Guard<number> =>
  (value): value is number =>
    isNumber(least, most)(value) && Number.isInteger(value)

export const isFlag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean'

export const isOneOf =
  <T extends string>(...words: readonly T[]): Guard<T> =>
  (value): value is T =>
    words.some(word => word === value)

export const isEither =
  <A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    a(value) || b(value)

export const isList =
  <T>(isItem: Guard<T>, mostItems: number): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= mostItems && value.every(item => isItem(item))

export const isPair =
  <T>(isItem: Guard<T>): Guard<readonly [T, T]> =>
  (value): value is readonly [T, T] =>
    Array.isArray(value) && value.length === 2 && value.every(item => isItem(item))

/** All of `must`, some of `may`, and no other field. */
export const isRecord =
  <M extends Guards, O extends Guards>(
    must: M,
    may: O,
  ): Guard<{ readonly [K in keyof M]: Guarded<M[K]> } & { readonly [K in keyof O]?: Guarded<O[K]> }> =>
  (value): value is never => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const fields = new Map(Object.entries(value))
    const fits = (guards: Guards, isNeeded: boolean) =>
      Object.entries(guards).every(([name, guard]) => (fields.has(name) ? guard(fields.get(name)) : !isNeeded))
    return (
      fits(must, true) &&
      fits(may, false) &&
      [...fields.keys()].every(name => Object.hasOwn(must, name) || Object.hasOwn(may, name))
    )
  }
