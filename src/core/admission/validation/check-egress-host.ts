import type { Reader } from '../../resources/index.ts'
import { isIpAddress } from './ip-address.ts'
import { checkWildcardDomain, isDnsLabel, quote } from './names.ts'
import type { Report } from './report.ts'

/** `namespace/dnsName` of a Sidecar. Istio, ValidateNamespaceSlashWildcardHostname. */
export function checkEgressHost(at: Reader, host: string, report: Report): void {
  const slash = host.indexOf('/')
  if (slash < 0) {
    report.error(at, 'host must be of form namespace/dnsName')
    return
  }
  const [written, name] = [host.slice(0, slash), host.slice(slash + 1)]
  if (written === '' || name === '') report.error(at, 'config namespace and dnsName in host entry cannot be empty')
  const namespace = written.startsWith('~') ? written.slice(1) : written
  if (!['', '*', '.'].includes(namespace) && !isDnsLabel(namespace)) {
    report.error(at, `invalid namespace value ${quote(written)} in sidecar`)
  }
  if (name !== '*' && !name.includes('.')) report.error(at, 'short names (non FQDN) are not allowed')
  const problem = checkWildcardDomain(name)
  // Said twice, as istiod does, of what is no address either.
  report.errorIf(at, problem)
  if (!isIpAddress(name)) report.errorIf(at, problem)
  if (name.includes('*') && name.length !== 1 && !name.startsWith('*.')) {
    report.error(at, `partial wildcard ${quote(name)} not allowed`)
  }
}
