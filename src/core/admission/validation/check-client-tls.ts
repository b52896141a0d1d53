import type { Reader } from '../../resources/index.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, agent/validation.go, ValidateTLS ([H48]). */
export function checkClientTls(tls: Reader, namespace: string, report: Report): void {
  if (!tls.isPresent) return
  const has = (name: string): boolean => (tls.string(name) ?? '') !== ''
  const mode = tls.string('mode')
  checkConfigMap(tls, namespace, report)
  if (tls.boolean('insecureSkipVerify') === true) {
    const names = tls.at('subjectAltNames').isPresent
    if (mode === 'SIMPLE' && (has('caCertificates') || has('credentialName') || names)) {
      const what = 'CaCertificates or CredentialName or SubjectAltNames'
      report.error(tls, `cannot specify ${what} when InsecureSkipVerify is set true`)
    }
    if (mode === 'MUTUAL' && (has('caCertificates') || names)) {
      report.error(tls, 'cannot specify CaCertificates or SubjectAltNames when InsecureSkipVerify is set true')
    }
  }
  if ((mode === 'SIMPLE' || mode === 'MUTUAL') && has('credentialName')) {
    if (['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'].some(has)) {
      report.error(tls, 'cannot specify client certificates or CA certificate or CA CRL If credentialName is set')
    }
    return
  }
  if (mode === 'MUTUAL') {
    if (!has('clientCertificate')) report.error(tls, 'client certificate required for mutual tls')
    if (!has('privateKey')) report.error(tls, 'private key required for mutual tls')
  }
}

function checkConfigMap(tls: Reader, namespace: string, report: Report): void {
  const name = tls.string('credentialName') ?? ''
  const prefix = 'configmap://'
  if (!name.startsWith(prefix)) return
  const [owner, ...rest] = name.slice(prefix.length).split('/')
  if (rest.length === 1 && owner === namespace) return
  const at = tls.at('credentialName')
  if (rest.length !== 1) report.error(at, `invalid configmap:// credentialName: invalid resource name ${quote(name)}`)
  else {
    const must = `namespace must match the configuration namespace ${quote(namespace)}`
    report.error(at, `invalid configmap:// credentialName: ${must}`)
  }
}
