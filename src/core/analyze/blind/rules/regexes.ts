import type { Reader } from '../../../resources/index.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** Expressions that look as if a part were enough; Envoy wants the whole path, the whole value [B23] [B27] [B32]. */
export const checkRegexes: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      rule.list('match').flatMap(match =>
        comparedIn(match).flatMap(({ what, value, looksPartial }): readonly BlindFinding[] => {
          const regex = value.string('regex') ?? ''
          if (!looksPartial(regex)) return []
          return [{ message: 'wholeRegex', about, values: { regex, what }, at: ['spec', ...value.path, 'regex'] }]
        }),
      ),
    ),
  )

interface Compared {
  readonly what: string
  readonly value: Reader
  readonly looksPartial: (regex: string) => boolean
}

function comparedIn(match: Reader): readonly Compared[] {
  const values = (field: string, what: string) =>
    match.entries(field).map(([name, value]) => {
      const isLong = field !== 'queryParams' && LONG.test(name)
      return { what: `${what} ${name}`, value, looksPartial: (regex: string) => isForPartOfValue(regex, isLong) }
    })
  return [
    { what: 'path', value: match.at('uri'), looksPartial: isForPartOfPath },
    ...values('headers', 'header'),
    ...values('withoutHeaders', 'header'),
    ...values('queryParams', 'parameter'),
  ]
}

const PLAIN = /^[^*+?()[\]{}|\\^$]+$/
const REPEATS_AT_END = /[*+?)}]$/
/** A path begins with a slash. */
const MAY_BEGIN_PATH = /^[\^/.(]/
/** Headers whose values hold more than one word. */
const LONG = /^(user-agent|cookie|referer|accept(-.*)?|authorization|via|forwarded|x-forwarded-for)$/i

/** Nothing but letters, or an anchor at one end while the other end is left open. */
function isForPartOfPath(regex: string): boolean {
  if (regex.endsWith('$')) return !MAY_BEGIN_PATH.test(regex)
  return PLAIN.test(regex) || (regex.startsWith('^') && !REPEATS_AT_END.test(regex))
}

/** An anchor at one end only; of a header with many words a word alone is a part too. */
function isForPartOfValue(regex: string, isLong: boolean): boolean {
  if (isLong && PLAIN.test(regex)) return true
  return (
    regex.startsWith('^') !== regex.endsWith('$') &&
    !(regex.startsWith('^') ? REPEATS_AT_END : OPEN_AT_BEGIN).test(regex)
  )
}

const OPEN_AT_BEGIN = /^(\.\*|\.\+|\()/
