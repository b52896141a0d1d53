import type { Reader } from '../../resources/index.ts'
import type { Report } from './report.ts'

const CERTIFICATE_FIELDS = ['caCrl', 'serverCertificate', 'privateKey', 'caCertificates', 'credentialName'] as const

/** TLS settings of a server that takes connections. Istio, validateTLSOptions. */
export function checkServerTls(tls: Reader, report: Report): void {
  if (!tls.isPresent) return
  checkCiphers(tls, report)
  const mode = tls.string('mode') ?? 'PASSTHROUGH'
  if (mode === 'ISTIO_MUTUAL') {
    checkIstioMutual(tls, report)
    return
  }
  const has = (field: string): boolean => Boolean(tls.string(field))
  const [names, certificates] = [tls.strings('credentialNames'), tls.list('tlsCertificates')]
  const isPassthrough = mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH'
  if (isPassthrough && (CERTIFICATE_FIELDS.some(has) || names.length > 0 || certificates.length > 0)) {
    report.warning(tls, `${mode} mode does not use certificates, they will be ignored`)
  }
  const sources = [
    has('serverCertificate') && has('privateKey'),
    has('credentialName'),
    names.length > 0,
    certificates.length > 0,
  ]
  if (sources.filter(Boolean).length > 1) {
    const all = 'credential_name, credential_names, server_certificate/private_key, tls_certificates'
    report.error(tls, `only one of ${all} should be specified`)
  }
  if (!isPassthrough) {
    if (has('credentialName') || names.length > 0) return
    checkCertificates(tls, mode, report)
  }
  if (!has('caCrl')) return
  if (has('credentialName')) {
    report.error(tls, 'CRL is not supported with credentialName. CRL has to be specified in the credential')
  }
  if (mode === 'SIMPLE') report.error(tls, 'CRL is not supported with SIMPLE TLS')
}

function checkIstioMutual(tls: Reader, report: Report): void {
  const forbid = (is: boolean, what: string): void => {
    if (is) report.error(tls, `ISTIO_MUTUAL TLS cannot have associated ${what}`)
  }
  forbid(Boolean(tls.string('serverCertificate')), 'server certificate')
  forbid(Boolean(tls.string('privateKey')), 'private key')
  forbid(Boolean(tls.string('caCertificates')), 'CA bundle')
  forbid(tls.list('tlsCertificates').length > 0, 'tlsCertificates')
  forbid(Boolean(tls.string('credentialName')), 'credentialName')
  forbid(tls.strings('credentialNames').length > 0, 'credentialNames')
}

/** Without a secret's name the certificates are files. */
function checkCertificates(tls: Reader, mode: string, report: Report): void {
  const prefix = mode === 'SIMPLE' ? 'SIMPLE TLS' : 'MUTUAL TLS'
  if (mode !== 'SIMPLE' && !tls.string('caCertificates')) report.error(tls, `${prefix} requires a client CA bundle`)
  const several = tls.list('tlsCertificates')
  if (several.length > 2) report.warning(tls, `${prefix} can support up to 2 server certificates`)
  for (const holder of several.length > 0 ? several : [tls]) {
    if (!holder.string('serverCertificate')) report.error(holder, `${prefix} requires a server certificate`)
    if (!holder.string('privateKey')) report.error(holder, `${prefix} requires a private key`)
  }
}

const OLD_VERSIONS: ReadonlySet<string | undefined> = new Set(['TLSV1_0', 'TLSV1_1'])

function checkCiphers(tls: Reader, report: Report): void {
  const ciphers = tls.strings('cipherSuites')
  if (OLD_VERSIONS.has(tls.string('minProtocolVersion')) && ciphers.length === 0) {
    const words = 'TLS version below TLSV1_2 require setting compatible ciphers'
    report.warning(tls, `${words} as by default they no longer include compatible ciphers.`)
  }
  const listed = (names: readonly string[]): string => `[${[...new Set(names)].sort().join(' ')}]`
  const valid = ciphers.filter(isValidCipher)
  const invalid = ciphers.filter(cipher => !isValidCipher(cipher))
  const twice = valid.filter((cipher, i) => valid.indexOf(cipher) !== i)
  if (invalid.length > 0) report.warning(tls, `ignoring invalid cipher suites: ${listed(invalid)}`)
  if (twice.length > 0) report.warning(tls, `ignoring duplicate cipher suites: ${listed(twice)}`)
}

/** Istio, security.ValidCipherSuites, and the name of all of them. */
const CIPHERS: ReadonlySet<string> = new Set([
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
  'DES-CBC3-SHA',
  'ALL',
])

/** Expressions with operators are not looked into. Istio, security.IsValidCipherSuite. */
const isValidCipher = (cipher: string): boolean =>
  cipher === '' || CIPHERS.has(cipher) || !/^[\p{L}\p{N}]/u.test(cipher)
