import type { Reader } from '../../resources/index.ts'
import { checkHeaderValue } from './check-header-value.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const PSEUDO_HEADERS: ReadonlySet<string> = new Set([':method', ':scheme', ':authority', ':path', ':status'])

/** Header operations of a rule or a leg ([H17]). */
export function checkHeaderOperations(holder: Reader, report: Report): void {
  for (const side of ['request', 'response'] as const) {
    const operation = holder.at('headers', side)
    for (const verb of ['add', 'set'] as const) {
      for (const [name, value] of operation.entries(verb)) {
        report.errorIf(value, side === 'request' ? checkRequestHeader(name) : checkAnyHeader(name))
        const text = operation.at(verb).string(name)
        if (text !== undefined) report.errorIf(value, checkHeaderValue(text))
      }
    }
    for (const item of operation.list('remove')) {
      if (item.node?.kind === 'scalar') report.errorIf(item, checkAnyHeader(String(item.node.value ?? '')))
    }
  }
}

/** The authority may be written in one place only. Istio, validateAuthorityRewrite. */
export function checkAuthorityOnce(rule: Reader, report: Report): void {
  let current = rule.at('rewrite').string('authority') ?? ''
  for (const verb of ['set', 'add'] as const) {
    for (const [name, at] of rule.at('headers', 'request').entries(verb)) {
      if (!isAuthority(name)) continue
      const value = rule.at('headers', 'request', verb).string(name) ?? ''
      if (current !== '') {
        report.error(
          at,
          `authority header cannot be set multiple times: have ${quote(current)}, attempting to set ${quote(value)}`,
        )
        return
      }
      current = value
    }
  }
}

/** A header that is matched: any name, a pseudo header, or a JWT claim. */
export function checkMatchedHeader(name: string): string | undefined {
  if (name === '') return 'header name cannot be empty'
  if (isJwtClaim(name) || PSEUDO_HEADERS.has(name) || HEADER_NAME.test(name)) return undefined
  return `header name ${name} is not a valid header name`
}

/** Istio, ValidateCORSHTTPHeaderName. */
export function checkCorsHeader(name: string): string | undefined {
  if (name === '') return 'header name cannot be empty'
  return name === '*' || HEADER_NAME.test(name) ? undefined : `header name ${name} is not a valid header name`
}

/** `@request.auth.claims.x` or `@request.auth.claims[x]`. Istio, jwt.ToRoutingClaim. */
export function isJwtClaim(name: string): boolean {
  return /^@request\.auth\.claims(\..+|\[.+\])$/is.test(name)
}

function checkRequestHeader(name: string): string | undefined {
  if (name === '') return 'header name cannot be empty'
  return name.startsWith(':') && !isAuthority(name) ? noColon(name) : undefined
}

function checkAnyHeader(name: string): string | undefined {
  if (name === '') return 'header name cannot be empty'
  if (name.toLowerCase() === 'host') return `invalid header ${quote(name)}: cannot set Host header`
  return name.startsWith(':') ? noColon(name) : undefined
}

function noColon(name: string): string {
  return `invalid header ${quote(name)}: header cannot have ":" prefix`
}

function isAuthority(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase())
}
