import type { Reader } from '../../resources/index.ts'
import { checkEgressHost } from './check-egress-host.ts'
import { checkListenerPort, checkUnixAddress, UNIX_PREFIX } from './check-listener-port.ts'
import { isIpAddress } from './ip-address.ts'
import type { Report } from './report.ts'

/** The egress listeners of a Sidecar. Istio, ValidateSidecar. */
export function checkEgress(listeners: readonly Reader[], namespace: string, report: Report): void {
  const ports = new Set<number>()
  const sockets = new Set<string>()
  listeners.forEach((listener, i) => {
    if (!listener.isPresent) {
      report.error(listener, 'egress listener may not be null')
      return
    }
    const port = listener.at('port')
    if (!port.isPresent) {
      // The last one cannot have been found before.
      if (i < listeners.length - 1) {
        const words = 'the egress listener with empty port should be the last listener in the list'
        report.error(listener, `sidecar: ${words}`)
      }
    } else checkOwnPort(listener, ports, sockets, report)
    checkHosts(listener, namespace, report)
  })
}

function checkOwnPort(listener: Reader, ports: Set<number>, sockets: Set<string>, report: Report): void {
  const port = listener.at('port')
  const number = port.number('number') ?? 0
  const bind = listener.string('bind') ?? ''
  if ((port.number('targetPort') ?? 0) > 0) report.error(port, 'targetPort has no impact on Sidecars')
  checkListenerPort(port, report)
  if (number === 0) {
    const mode = listener.string('captureMode') ?? 'DEFAULT'
    if (bind.startsWith(UNIX_PREFIX)) report.errorIf(listener, checkUnixAddress(bind.slice(UNIX_PREFIX.length)))
    else report.error(listener, 'sidecar: ports with 0 value must have a unix domain socket bind address')
    if (mode !== 'DEFAULT' && mode !== 'NONE') {
      report.error(listener, 'sidecar: captureMode must be DEFAULT/NONE for unix domain socket listeners')
    }
    if (sockets.has(bind)) report.error(listener, 'sidecar: unix domain socket values for listeners must be unique')
    sockets.add(bind)
    return
  }
  if (bind !== '' && !isIpAddress(bind)) report.error(listener.at('bind'), `${bind} is not a valid IP`)
  if (ports.has(number)) report.error(port, 'sidecar: ports on IP bound listeners must be unique')
  ports.add(number)
}

/** `*` beside other hosts of its namespace is only remarked on. */
function checkHosts(listener: Reader, namespace: string, report: Report): void {
  const hosts = listener.strings('hosts')
  if (hosts.length === 0) report.error(listener, 'sidecar: egress listener must contain at least one host')
  const seen = new Map<string, Set<string>>()
  listener.list('hosts').forEach((at, i) => {
    const host = hosts[i] ?? ''
    const slash = host.indexOf('/')
    const written = host.slice(0, slash)
    if (slash >= 0 && !written.startsWith('~')) {
      const name = host.slice(slash + 1)
      const key = written === '.' ? namespace : written
      const others = seen.get(key) ?? new Set<string>()
      seen.set(key, others)
      const isTwice = name === '*' ? others.size > 0 : others.has(name) || others.has('*')
      if (isTwice) report.warning(at, `duplicated egress host: ${host}`)
      others.add(name)
    }
    checkEgressHost(at, host, report)
  })
  if (seen.get('*')?.has('*') && seen.size !== 1) {
    report.warning(listener.at('hosts'), '`*/*` host select all resources, no other hosts can be added')
  }
}
