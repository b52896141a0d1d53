import { decodeBase64Bytes, readCertificate } from '../certificate.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { parseName } from './gateway-names.ts'
import { selectorMissing, selectorOf } from './gateway-pods.ts'

/** Secrets that a Gateway's servers name, where its pods run. Istio, gateway.SecretAnalyzer. */
export const checkGatewaySecrets: IstioctlRule = ({ cluster, nowMs }) =>
  cluster.items('Gateway').flatMap((about): readonly Finding[] => {
    const [pod] = cluster.podsWith(selectorOf(about))
    if (!pod) return [selectorMissing(about)]
    const { namespace } = pod
    return about.spec.list('servers').flatMap((server, i): readonly Finding[] => {
      const credential = server.at('tls').string('credentialName') ?? ''
      if (credential === '') return []
      const name = parseName(credential, namespace)
      const secret = cluster.find('Secret', name.namespace, name.name)
      const line = ['spec', 'servers', i, 'tls', 'credentialName']
      if (!secret) return [{ message: 'credentialNotFound', about, values: { credential, namespace }, line }]
      if (isValid(secret, nowMs)) return []
      return [{ message: 'invalidCredential', about, values: { gateway: about.name, namespace }, line }]
    })
  })

/** Istio, kube.ExtractCertInfo and xds.ValidateCertificate. */
function isValid({ root }: PlacedItem, nowMs: number | undefined): boolean {
  const data = root.at('data').node?.kind === 'map' ? root.labels('data') : {}
  const pair = [
    ['cert', 'key'],
    ['tls.crt', 'tls.key'],
  ].find(names => names.every(name => (data[name] ?? '') !== ''))
  const certificate = pair?.[0] === undefined ? undefined : data[pair[0]]
  if (certificate === undefined) return false
  const dates = readCertificate(decodeBase64Bytes(certificate))
  return dates !== undefined && (nowMs === undefined || (dates.fromMs <= nowMs && nowMs <= dates.toMs))
}
