import type { Reader } from '../../resources/index.ts'
import { checkRegex } from './check-string-match.ts'
import type { Report } from './report.ts'

const NOTHING =
  'rewrite must specify at least one of URI, UriRegexRewrite, or authority. Only one of URI or UriRegexRewrite may be specified'

/** Istio, validateHTTPRewrite; it names the first problem only ([H24]). */
export function checkRewrite(rewrite: Reader, report: Report): void {
  if (!rewrite.isPresent) return
  const uri = rewrite.string('uri') ?? ''
  const regex = rewrite.at('uriRegexRewrite')
  if (uri !== '' && regex.isPresent) {
    report.error(rewrite, 'rewrite may only contain one of URI or UriRegexRewrite')
  } else if (uri === '' && !regex.isPresent && (rewrite.string('authority') ?? '') === '') {
    report.error(rewrite, NOTHING)
  } else if (regex.isPresent) {
    const problem = checkRegexRewrite(regex)
    if (problem !== undefined) report.error(regex, `UriRegexRewrite has errors\n${problem}`)
  }
}

function checkRegexRewrite(regex: Reader): string | undefined {
  const match = regex.string('match') ?? ''
  if (match === '' || (regex.string('rewrite') ?? '') === '') {
    return 'UriRegexRewrite requires both Rewrite and Match fields to be specified'
  }
  return checkRegex(match, 'HTTPRewrite.UriRegexRewrite.Match')
}
