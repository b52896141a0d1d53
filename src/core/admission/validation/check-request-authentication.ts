import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import { checkTargets } from './check-targets.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validation.go, ValidateRequestAuthentication and validateJwtRule. */
export function checkRequestAuthentication(spec: Reader, report: Report): void {
  checkTargets(spec, report)
  for (const rule of spec.list('jwtRules')) if (rule.isPresent) checkJwtRule(rule, report)
}

function checkJwtRule(rule: Reader, report: Report): void {
  const uri = rule.string('jwksUri') ?? rule.string('jwks_uri') ?? ''
  const none = (name: string, message: string): void => {
    if (rule.strings(name).includes('')) report.error(rule.at(name), message)
  }
  none('audiences', 'audience must be non-empty string')
  if (!rule.string('issuer') && uri === '') report.error(rule, 'issuer or jwksUri must be non-empty string')
  if (uri !== '') report.errorIf(rule.at('jwksUri'), checkUri(uri))
  const jwks = rule.string('jwks') ?? ''
  if (jwks !== '') checkKeys(jwks, rule.at('jwks'), report)
  for (const header of rule.list('fromHeaders')) {
    if (!header.isPresent) report.error(header, 'location header name must be non-null')
    else if (!header.string('name')) report.error(header, 'location header name must be non-empty string')
  }
  none('fromParams', 'location query must be non-empty string')
  none('fromCookies', 'cookie name must be non-empty string')
  for (const claim of rule.list('outputClaimToHeaders')) {
    const header = claim.string('header') ?? ''
    if (!claim.isPresent) report.error(claim, 'outputClaimToHeaders must not be null')
    else if (header === '' || !claim.string('claim')) {
      report.error(claim, 'outputClaimToHeaders header and claim value must be non-empty string')
    } else if (!/^[-_A-Za-z0-9]+$/.test(header)) {
      report.error(claim.at('header'), `header name ${quote(header)} is not a valid header name`)
    }
  }
  checkDuration(rule, 'timeout', report)
}

/** Istio, security.ParseJwksURI. */
function checkUri(uri: string): string | undefined {
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(uri)?.[1]?.toLowerCase() ?? ''
  if (scheme !== 'http' && scheme !== 'https') return `URI scheme ${quote(scheme)} is not supported`
  const port = /^[^/]*\/\/[^/?#]*:([^/?#\]]*)(?:[/?#]|$)/.exec(uri)?.[1]
  return port === undefined || /^\d*$/.test(port)
    ? undefined
    : `parse ${quote(uri)}: invalid port ${quote(`:${port}`)} after host`
}

/** A set of keys, or one key alone; parts that are to stay secret do not belong here. */
function checkKeys(text: string, at: Reader, report: Report): void {
  const keys = parseKeys(text)
  if (!keys) {
    report.error(at, 'jwks parse error: failed to unmarshal JWK set')
    return
  }
  keys.forEach((key, i) => {
    if (key['kty'] !== 'oct' && !('d' in key)) return
    const rest = 'contains private key material; only public keys are used for verification'
    report.warning(at, `jwks key at index ${String(i)} ${rest}`)
  })
}

const KEY_TYPES: readonly unknown[] = ['RSA', 'EC', 'OKP', 'oct']

function parseKeys(text: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const parsed = JSON.parse(text) as unknown
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const { keys } = parsed as { readonly keys?: unknown }
    const all = keys === undefined ? [parsed] : Array.isArray(keys) ? (keys as unknown[]) : undefined
    const isKey = (key: unknown): key is Readonly<Record<string, unknown>> =>
      typeof key === 'object' && key !== null && KEY_TYPES.includes((key as { readonly kty?: unknown }).kty)
    return all?.every(isKey) ? all : undefined
  } catch {
    return undefined
  }
}
