import type { Reader } from '../../resources/index.ts'
import { checkPort } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validateHTTPRedirect; it names the first problem only ([H21]). */
export function checkRedirect(rule: Reader, report: Report): void {
  const redirect = rule.at('redirect')
  if (redirect.isPresent) report.errorIf(redirect, findProblem(rule, redirect))
}

function findProblem(rule: Reader, redirect: Reader): string | undefined {
  const has = (name: string): boolean => (redirect.string(name) ?? '') !== ''
  if (has('uri') && has('prefixRewrite')) return 'redirect may only specify one of uri or prefix_rewrite'
  if (has('prefixRewrite') && rule.list('match').some(hasOtherThanPrefix)) {
    return 'redirect prefix_rewrite requires all URI matches to use prefix match type'
  }
  const port = redirect.number('port')
  const anything = ['uri', 'prefixRewrite', 'authority', 'scheme', 'derivePort'].some(has) || port !== undefined
  if (!anything) return 'redirect must specify URI, authority, scheme, or port'
  const code = redirect.number('redirectCode') ?? 0
  if (code !== 0 && (code < 300 || code > 399)) return `${code} is not a valid redirect code, must be 3xx`
  if (has('scheme') && !['http', 'https'].includes(redirect.string('scheme') ?? '')) {
    return 'invalid redirect scheme, must be "http" or "https"'
  }
  return port !== undefined && port > 0 ? checkPort(port) : undefined
}

function hasOtherThanPrefix(match: Reader): boolean {
  return match.at('uri').isPresent && match.at('uri').string('prefix') === undefined
}
