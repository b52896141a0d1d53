import type { Reader } from '../../resources/index.ts'
import { checkFqdn, isDnsLabel, quote } from './names.ts'
import type { Report } from './report.ts'

/** `namespace/name`, or one plain name, behind which istiod looks no further. Istio, validateGatewayNames ([H33]). */
export function checkGatewayNames(holder: Reader, report: Report): void {
  const names = holder.strings('gateways')
  for (const [i, name] of names.entries()) {
    const at = [...holder.path, 'gateways', i]
    const slash = name.indexOf('/')
    if (slash < 0) {
      if (name.includes('.')) {
        const [first = '', second = ''] = name.split('.')
        const recommended = quote(`${second}/${first}`)
        report.warning(
          at,
          `using legacy gatewayName format ${quote(name)}; prefer the <namespace>/<name> format: ${recommended}`,
        )
      }
      report.errorIf(at, checkFqdn(name))
      return
    }
    const [namespace, gateway] = [name.slice(0, slash), name.slice(slash + 1)]
    if (namespace === '' || gateway === '') report.error(at, 'config namespace and gateway name cannot be empty')
    if (!isDnsLabel(namespace)) report.error(at, `invalid value for namespace: ${quote(namespace)}`)
    if (!isDnsLabel(gateway)) report.error(at, `invalid value for gateway name: ${quote(gateway)}`)
  }
}
