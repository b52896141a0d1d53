import type { Reader } from '../../resources/index.ts'
import { checkSubnet, isIpAddress } from './ip-address.ts'
import type { Report } from './report.ts'

/** Istio, pkg/config/security, CheckEmptyValues. */
export function checkEmpty(holder: Reader, name: string, said: string, report: Report): void {
  report.errorIf(holder.at(name), emptyIn(said, holder.strings(name)))
}

function emptyIn(said: string, values: readonly string[]): string | undefined {
  return values.includes('') ? `empty value not allowed, found in ${said}` : undefined
}

export function checkIps(holder: Reader, name: string, report: Report): void {
  for (const problem of ipProblems(holder.strings(name))) report.error(holder.at(name), problem)
}

/** Istio, ValidateIPs. */
function ipProblems(values: readonly string[]): readonly string[] {
  return values.flatMap(value => {
    if (!value.includes('/')) return isIpAddress(value) ? [] : [`bad IP address (${value})`]
    return checkSubnet(value) === undefined ? [] : [`bad CIDR range (${value})`]
  })
}

export function checkPorts(holder: Reader, name: string, report: Report): void {
  for (const problem of portProblems(holder.strings(name))) report.error(holder.at(name), problem)
}

/** Istio, ValidatePorts. */
function portProblems(values: readonly string[]): readonly string[] {
  return values.filter(value => !/^\d+$/.test(value) || Number(value) > 65_535).map(value => `bad port (${value})`)
}

/** `account`, or `namespace/account`. Istio, CheckServiceAccount. */
export function checkServiceAccounts(holder: Reader, name: string, report: Report): void {
  for (const value of holder.strings(name)) {
    const parts = value.split('/')
    if (value === '') report.error(holder.at(name), `empty value not allowed, found in ${name}`)
    else if (value.includes('*')) report.error(holder.at(name), `wildcard is not supported in ${name}: ${value}`)
    else if (parts.length > 2) report.error(holder.at(name), `expected format namespace/serviceAccount: ${value}`)
    else if (parts.includes('')) report.error(holder.at(name), `namespace and service account must be set: ${value}`)
  }
}

/** `{*}` and `{**}` stand for whole steps, the latter last. Istio, CheckValidPathTemplate. */
export function checkPaths(holder: Reader, name: string, said: string, report: Report): void {
  for (const value of holder.strings(name)) {
    if (!/\{\*{1,2}\}/.test(value)) continue
    const steps = value.split('/')
    const isWhole = steps.every(step => !/[{}]/.test(step) || step === '{*}' || step === '{**}')
    const last = steps.findIndex(step => step === '{**}')
    const isRight = isWhole && !value.replace(/\{\*{1,2}\}/g, '').includes('*') && !steps.includes('{**}', last + 1)
    if (!isRight) report.error(holder.at(name), `invalid or unsupported path ${value}, found in ${said}`)
  }
}

const PLAIN = new Set([
  ...['source.namespace', 'source.serviceAccount', 'source.principal', 'connection.sni'],
  ...['request.auth.principal', 'request.auth.audiences', 'request.auth.presenter'],
])
const WITH_KEY = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.']

/** What is wrong with a condition. Istio, ValidateAttribute. */
export function checkAttribute(key: string, values: readonly string[]): string | undefined {
  const empty = emptyIn(key, values)
  if (empty !== undefined) return empty
  if (WITH_KEY.some(prefix => key.startsWith(prefix))) {
    return /^[^[\]]+\[.+\]$/.test(key) ? undefined : `bad key (${key}): should have format a[b]`
  }
  if (['source.ip', 'remote.ip', 'destination.ip'].includes(key)) return ipProblems(values)[0]
  if (key === 'destination.port') return portProblems(values)[0]
  if (key.startsWith('destination.labels')) return `attribute ${key} is not supported, use the selector`
  return PLAIN.has(key) ? undefined : `unknown attribute: ${key}`
}
