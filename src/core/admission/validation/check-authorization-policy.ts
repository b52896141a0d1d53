import type { Reader } from '../../resources/index.ts'
import {
  checkAttribute,
  checkEmpty,
  checkIps,
  checkPaths,
  checkPorts,
  checkServiceAccounts,
} from './check-attribute.ts'
import { checkTargets } from './check-targets.ts'
import { Report } from './report.ts'

const SOURCE = ['principals', 'requestPrincipals', 'namespaces', 'ipBlocks', 'remoteIpBlocks', 'serviceAccounts']
const OPERATION = ['ports', 'methods', 'paths', 'hosts']
/** What a TCP connection can be asked for as well. */
const OF_TCP = ['principals', 'namespaces', 'ipBlocks', 'remoteIpBlocks', 'serviceAccounts']

const negated = (name: string): string => `not${name.charAt(0).toUpperCase()}${name.slice(1)}`
const both = (names: readonly string[]): readonly string[] => names.flatMap(name => [name, negated(name)])
const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** Istio, validation.go, ValidateAuthorizationPolicy; each error names the policy. */
export function checkAuthorizationPolicy(spec: Reader, name: string, namespace: string, outer: Report): void {
  const report = new Report()
  checkTargets(spec, report)
  const action = spec.string('action') ?? 'ALLOW'
  const rules = spec.list('rules')
  const hasRules = rules.length > 0
  if (action === 'CUSTOM') {
    if (!hasRules) report.error(spec, withoutRules('CUSTOM'))
    else if (!spec.at('provider').string('name')) report.error(spec, '`provider.name` must not be empty')
    for (const rule of rules) checkCustom(rule, report)
  } else if (spec.at('provider').isPresent) {
    report.error(spec.at('provider'), `\`provider\` must not be with non CUSTOM action, found ${action}`)
  }
  if (action === 'DENY' && !hasRules) report.error(spec, withoutRules('DENY'))
  for (const [i, rule] of rules.entries()) {
    if (rule.isPresent) checkRule(rule, i, action === 'DENY', report)
    else report.error(rule, `\`rule\` must not be nil, found at rule ${String(i)}`)
  }
  for (const { path, message } of report.errors) outer.error(path, `invalid policy ${name}.${namespace}: ${message}`)
  for (const { path, message } of report.warnings) outer.warning(path, message)
}

const withoutRules = (action: string): string =>
  `${action} action without \`rules\` is meaningless as it will never be triggered, add an empty rule \`{}\` if you want it be triggered for every request`

function checkRule(rule: Reader, i: number, isDeny: boolean, report: Report): void {
  const at = `found at rule ${String(i)}`
  const present = { from: false, to: false, tcpInFrom: false, tcpInTo: false }
  for (const side of ['from', 'to'] as const) {
    const part = side === 'from' ? 'source' : 'operation'
    for (const entry of rule.list(side)) {
      if (!entry.isPresent) report.error(entry, `\`${side}\` must not be nil, ${at}`)
      else if (!entry.at(part).isPresent) report.error(entry, `\`${side}.${part}\` must not be nil, ${at}`)
      else {
        present[side] = true
        if (side === 'from') present.tcpInFrom ||= checkSource(entry.at(part), at, report)
        else present.tcpInTo ||= checkOperation(entry.at(part), at, report)
      }
    }
  }
  for (const condition of rule.list('when')) checkCondition(condition, report)
  if (isDeny && ((present.from && !present.to && !present.tcpInFrom) || (present.to && !present.tcpInTo))) {
    report.warning(
      rule,
      'configured AuthorizationPolicy will deny all traffic to TCP ports under its scope due to the use of only HTTP attributes in a DENY rule; it is recommended to explicitly specify the port',
    )
  }
}

const count = (holder: Reader, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + holder.list(name).length, 0)

/** Answers whether it asks for something that TCP knows. */
function checkSource(source: Reader, at: string, report: Report): boolean {
  if (count(source, both(['principals', 'namespaces'])) > 0 && count(source, both(['serviceAccounts'])) > 0) {
    report.error(source, `cannot set serviceAccounts with namespaces or principals, ${at}`)
  }
  if (count(source, both(SOURCE)) === 0) report.error(source, `\`from.source\` must not be empty, ${at}`)
  for (const name of both(['ipBlocks', 'remoteIpBlocks'])) checkIps(source, name, report)
  for (const name of both(SOURCE)) {
    if (/serviceAccounts$/i.test(name)) checkServiceAccounts(source, name, report)
    else checkEmpty(source, name, capital(name), report)
  }
  return both(OF_TCP).some(name => source.list(name).length > 0)
}

function checkOperation(operation: Reader, at: string, report: Report): boolean {
  if (count(operation, both(OPERATION)) === 0) report.error(operation, `\`to.operation\` must not be empty, ${at}`)
  for (const name of both(['ports'])) checkPorts(operation, name, report)
  for (const name of both(OPERATION)) checkEmpty(operation, name, capital(name), report)
  for (const name of both(['paths'])) checkPaths(operation, name, capital(name), report)
  return both(['ports']).some(name => operation.list(name).length > 0)
}

function checkCondition(condition: Reader, report: Report): void {
  const key = condition.string('key') ?? ''
  if (key === '') report.error(condition, '`key` must not be empty')
  else if (count(condition, ['values', 'notValues']) === 0) {
    report.error(condition, `at least one of \`values\` or \`notValues\` must be set for key ${key}`)
  } else {
    for (const [field, said] of [
      ['values', 'value'],
      ['notValues', 'notValue'],
    ] as const) {
      const problem = checkAttribute(key, condition.strings(field))
      if (problem !== undefined) {
        report.error(condition.at('key'), `invalid \`${said}\` for \`key\` ${key}: ${problem}`)
      }
    }
  }
}

/** What an external authorizer is not asked. */
function checkCustom(rule: Reader, report: Report): void {
  const refuse = (at: Reader, name: string): void => {
    report.error(at, `${name} is currently not supported with CUSTOM action`)
  }
  const names = both(['namespaces', 'serviceAccounts', 'principals', 'requestPrincipals'])
  for (const source of rule.list('from').map(from => from.at('source'))) {
    for (const name of names) if (source.list(name).length > 0) refuse(source.at(name), `From.${capital(name)}`)
  }
  for (const condition of rule.list('when')) {
    const key = condition.string('key') ?? ''
    const isSource = ['source.namespace', 'source.serviceAccount', 'source.principal'].includes(key)
    if (isSource || key.startsWith('request.auth.')) refuse(condition, key)
  }
}
