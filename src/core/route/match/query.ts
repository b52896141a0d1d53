import type { QueryMatch } from '../../envoy/index.ts'
import { queryValue } from '../request-view.ts'
import type { Matcher, Verdict } from './matcher.ts'
import { compileValue, quoted } from './value.ts'

/** Compares the first value of one query parameter, not decoded. Envoy, config_utility.cc, QueryParameterMatcher [B32]. */
export function compileQuery(query: QueryMatch): Matcher {
  const value = compileValue(query.match)
  const words = `query parameter ${query.name}`
  const absent: Verdict = { matched: false, because: () => `${words} is absent, ${value.wanted} wanted` }
  const fits: Verdict = { matched: true, because: view => words + value.fits(queryValue(view, query.name) ?? '') }
  const differs: Verdict = {
    matched: false,
    because: view => `${words} is ${quoted(queryValue(view, query.name) ?? '')}, ${value.wanted} wanted`,
  }
  return {
    test: view => {
      const found = queryValue(view, query.name)
      if (found === undefined) return absent
      return value.test(found) ? fits : differs
    },
  }
}
