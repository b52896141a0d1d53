import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** Expressions of paths that look as if a part were enough; Envoy wants the whole path [B23]. */
export const checkRegexes: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      rule.list('match').flatMap((match): readonly BlindFinding[] => {
        const uri = match.at('uri')
        const regex = uri.string('regex') ?? ''
        if (!isForPart(regex)) return []
        return [{ message: 'wholeRegex', about, values: { regex }, at: ['spec', ...uri.path, 'regex'] }]
      }),
    ),
  )

const PLAIN = /^[^*+?()[\]{}|\\^$]+$/
const REPEATS_AT_END = /[*+?)}]$/
/** A path begins with a slash. */
const MAY_BEGIN_PATH = /^[\^/.(]/

/** Nothing but letters, or an anchor at one end while the other end is left open. */
function isForPart(regex: string): boolean {
  if (regex.endsWith('$')) return !MAY_BEGIN_PATH.test(regex)
  return PLAIN.test(regex) || (regex.startsWith('^') && !REPEATS_AT_END.test(regex))
}
