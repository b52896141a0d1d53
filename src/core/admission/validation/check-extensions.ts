import type { Reader } from '../../resources/index.ts'
import { checkSelector } from './check-destination-rule.ts'
import { checkTargets } from './check-targets.ts'
import { checkLabel } from './names.ts'
import type { Report } from './report.ts'

const SCHEMES = ['', 'file', 'http', 'https', 'oci']

/** Istio, validation.go, ValidateWasmPlugin. */
export function checkWasmPlugin(spec: Reader, report: Report): void {
  checkTargets(spec, report)
  const url = spec.string('url') ?? ''
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(url)?.[1]?.toLowerCase() ?? ''
  if (url === '') report.error(spec, 'url field needs to be set')
  else if (!SCHEMES.includes(scheme)) report.error(spec.at('url'), `url contains unsupported scheme: ${scheme}`)
  const sha256 = spec.string('sha256') ?? ''
  if (sha256 !== '' && sha256.length !== 64) report.error(spec.at('sha256'), 'sha256 field must be 64 characters long')
  else if (!/^[a-f0-9]*$/.test(sha256)) report.error(spec.at('sha256'), 'sha256 field must match [a-f0-9]{64} pattern')
  if ((spec.string('imagePullSecret') ?? '').length > 253) {
    report.error(spec.at('imagePullSecret'), 'imagePullSecret field must be less than 253 characters long')
  }
  if ((spec.string('pluginName') ?? '').length > 256) {
    report.error(spec.at('pluginName'), 'pluginName field must be less than 255 characters long')
  }
  report.errorIf(spec.at('vmConfig'), checkEnvironment(spec.at('vmConfig').list('env')))
  for (const [i, match] of spec.list('match').entries()) {
    if (!match.isPresent) report.error(match, `spec.Match[${String(i)}] is nil`)
    for (const [j, port] of match.list('ports').entries()) {
      const number = port.number('number') ?? 0
      if (number > 0 && number <= 65_535) continue
      report.error(port, `spec.Match[${String(i)}].Ports[${String(j)}] is out of range: ${String(number)}`)
      return
    }
  }
}

function checkEnvironment(env: readonly Reader[]): string | undefined {
  const names = new Set<string>()
  for (const entry of env) {
    const name = entry.string('name') ?? ''
    if (name === '') return 'spec.vmConfig.env invalid'
    if (name.length > 256) return 'env.name field must be less than 255 characters long'
    if (names.has(name)) return 'duplicate env'
    names.add(name)
    if (entry.string('valueFrom') === 'HOST' && entry.string('value')) {
      return 'value may only be set when valueFrom is INLINE'
    }
  }
  return undefined
}

/** Istio, ValidateProxyConfig. */
export function checkProxyConfig(spec: Reader, report: Report): void {
  if (spec.at('selector').isPresent) checkSelector(spec.at('selector'), report)
  if ((spec.number('concurrency') ?? 0) < 0) {
    report.error(spec.at('concurrency'), 'concurrency must be greater than or equal to 0')
  }
}

/** Istio, ValidateWorkloadGroup: the first reason alone, then what is wrong with the probe. */
export function checkWorkloadGroup(spec: Reader, report: Report): void {
  if (!spec.at('template').isPresent) {
    report.error(spec, 'template is required')
    return
  }
  const labels = spec.at('metadata').labels('labels')
  const problem = Object.entries(labels).flatMap(([key, value]) => checkLabel(key, value))[0]
  if (problem !== undefined) report.error(spec.at('metadata', 'labels'), `invalid labels: ${problem}`)
  else checkProbe(spec.at('probe'), report)
}

function checkProbe(probe: Reader, report: Report): void {
  if (!probe.isPresent) return
  const fields = ['periodSeconds', 'initialDelaySeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold']
  for (const name of fields) {
    if ((probe.number(name) ?? 0) < 0) report.error(probe.at(name), `${name} must be non-negative`)
  }
  const port = (how: Reader): void => {
    const number = how.number('port') ?? 0
    if (number < 1 || number > 65_535) report.error(how, `port number ${String(number)} must be in the range 1..65535`)
  }
  const how = ['httpGet', 'tcpSocket', 'exec', 'grpc'].find(name => probe.at(name).isPresent)
  if (how === undefined)
    report.error(probe, 'unknown health check method, must be one of httpGet, tcpSocket, exec or grpc')
  else if (how === 'exec') {
    if (probe.at('exec').list('command').length === 0) report.error(probe.at('exec'), 'command is required')
  } else port(probe.at(how))
}
