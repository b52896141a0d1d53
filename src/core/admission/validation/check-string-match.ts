import { RE2JS } from 're2js'
import type { Reader } from '../../resources/index.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

/** No empty prefix, and regular expressions that RE2 takes. Istio, validateStringMatch ([H15]). */
export function checkStringMatch(match: Reader, where: string, report: Report): void {
  const { exact, prefix } = { exact: match.string('exact'), prefix: match.string('prefix') }
  if (exact === undefined && prefix === '')
    report.error(match, `${quote(where)}: prefix string match should not be empty`)
  checkStringMatchRegex(match, where, report)
}

/** The regular expression alone: an empty prefix is right for a path. Istio, validateStringMatchRegexp. */
export function checkStringMatchRegex(match: Reader, where: string, report: Report): void {
  const regex = match.string('regex')
  if (regex === '') report.error(match.at('regex'), `${quote(where)}: regex string match should not be empty`)
  else if (regex !== undefined) report.errorIf(match.at('regex'), checkRegex(regex, where))
}

/** RE2 with Istio's limit of 1024 characters. Istio, validateStringRegexp. */
export function checkRegex(regex: string, where: string): string | undefined {
  if (regex.length > 1024) return `${quote(where)}: regex is too large, max length allowed is 1024`
  try {
    RE2JS.compile(regex)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return `${quote(where)}: ${message}; Istio uses RE2 style regex-based match (https://github.com/google/re2/wiki/Syntax)`
  }
}
