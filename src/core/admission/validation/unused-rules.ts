import type { Reader } from '../../resources/index.ts'
import { toComparable } from './comparable.ts'
import { quote } from './names.ts'
import { findCovered, toPrefixMatch } from './prefix-match.ts'
import type { PrefixMatch } from './prefix-match.ts'
import type { Report } from './report.ts'

/**
 * Rules and matches that istiod's webhook says are not used. Istio, validation.go, analyzeUnreachableHTTPRules and its
 * twins for TCP and TLS, which have no names and no prefixes ([H40], [H41]).
 */
export function warnOfUnusedRules(rules: readonly Reader[], isHttp: boolean, report: Report): void {
  const seen = new Map<string, string>()
  const prefixes: PrefixMatch[] = []
  let hasEmpty = false
  for (const [i, rule] of rules.entries()) {
    const ruleName = nameOf(rule, i, isHttp)
    const matches = rule.list('match')
    if (matches.length === 0) {
      if (hasEmpty) warnUnused(rule, ruleName, 'only the last rule can have no matches', report)
      hasEmpty = true
      continue
    }
    let duplicates = 0
    for (const [n, match] of matches.entries()) {
      if (hasEmpty) {
        warnUnused(rule, ruleName, 'route without matches defined before', report)
        continue
      }
      const matchName = nameOf(match, n, isHttp)
      const key = toComparable(match.node, isHttp ? 'name' : undefined)
      const earlier = seen.get(key)
      if (earlier !== undefined) {
        warnIneffective(match, ruleName, matchName, earlier, report)
        duplicates++
        continue
      }
      seen.set(key, ruleName)
      const prefix = isHttp ? toPrefixMatch(match, ruleName, matchName) : undefined
      if (prefix) prefixes.push(prefix)
    }
    if (duplicates === matches.length) warnUnused(rule, ruleName, 'all matches used by prior rules', report)
  }
  for (const [earlier, later] of findCovered(prefixes)) {
    const covered = `${later.matchName} of prefix ${later.prefix}`
    const by = `${earlier.matchName} of prefix ${earlier.prefix} on ${earlier.ruleName}`
    warnIneffective(later.match, later.ruleName, covered, by, report)
  }
}

function warnUnused(rule: Reader, name: string, reason: string, report: Report): void {
  report.warning(rule, `virtualService rule ${name} not used (${reason})`)
}

function warnIneffective(match: Reader, rule: string, name: string, by: string, report: Report): void {
  report.warning(
    match,
    `virtualService rule ${rule} match ${name} is not used (duplicate/overlapping match in rule ${by})`,
  )
}

function nameOf(thing: Reader, i: number, isHttp: boolean): string {
  const name = isHttp ? thing.string('name') : undefined
  return name ? quote(name) : `#${i}`
}
