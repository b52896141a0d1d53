import { RE2JS } from 're2js'
import { assertNever } from '../../base/assert-never.ts'
import type { ValueMatch } from '../../envoy/index.ts'

/** A ValueMatch made ready, and its words. */
export interface ValueTest {
  test(value: string): boolean
  /** What it wants, for a value that fails: `exact jason`. */
  readonly wanted: string
  /** What a value that passes is, for the words after it: ` is jason`, ` is ios-17, which starts with ios-`. */
  fits(value: string): string
}

/** Compiles one comparison. Envoy, matchers.cc, StringMatcherImpl: case-sensitive; a regex matches the whole value. */
export function compileValue(match: ValueMatch): ValueTest {
  switch (match.kind) {
    case 'exact':
      return { test: value => value === match.value, wanted: `exact ${quoted(match.value)}`, fits: is }
    case 'prefix':
      return {
        test: value => value.startsWith(match.value),
        wanted: `prefix ${quoted(match.value)}`,
        fits: value => `${is(value)}, which starts with ${quoted(match.value)}`,
      }
    case 'suffix':
      return {
        test: value => value.endsWith(match.value),
        wanted: `suffix ${quoted(match.value)}`,
        fits: value => `${is(value)}, which ends with ${quoted(match.value)}`,
      }
    case 'contains':
      return {
        test: value => value.includes(match.value),
        wanted: `a value with ${quoted(match.value)} in it`,
        fits: value => `${is(value)}, which has ${quoted(match.value)} in it`,
      }
    case 'safeRegex':
      return {
        test: compileRegex(match.value),
        wanted: `regex ${match.value}`,
        fits: value => `${is(value)}, which matches regex ${match.value}`,
      }
    case 'present':
      return { test: () => true, wanted: 'any value', fits: () => ' is present' }
    default:
      return assertNever(match)
  }
}

/** A test of the whole text. Envoy, regex.cc: RE2 full match. An expression that RE2 refuses matches nothing. */
export function compileRegex(expression: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(expression)
    return text => compiled.testExact(text)
  } catch {
    return () => false
  }
}

/** Values as a reader sees them; an empty one would vanish. */
export function quoted(value: string): string {
  return value === '' ? 'empty' : value
}

function is(value: string): string {
  return ` is ${quoted(value)}`
}
