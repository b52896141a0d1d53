import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { matches } from '../../cluster/select.ts'
import type { IstioctlRule } from '../finding.ts'
import { selectorOf } from './gateway-pods.ts'

/** One certificate in several Gateways of the same pods. Istio, gateway.CertificateAnalyzer. */
export const checkGatewayCertificates: IstioctlRule = ({ cluster }) => {
  const byCertificate = new Map<string, PlacedItem[]>()
  const all = cluster.items('Gateway')
  for (const gateway of all) {
    for (const certificate of certificatesOf(gateway)) {
      const known = byCertificate.get(certificate)
      if (known) known.push(gateway)
      else byCertificate.set(certificate, [gateway])
    }
  }
  return all.flatMap(about => {
    const selector = selectorOf(about)
    const shared = [...certificatesOf(about)].flatMap(certificate => byCertificate.get(certificate) ?? [])
    const others = new Set(shared.filter(other => other !== about && matches(selectorOf(other), selector)))
    return [...others].map(other => ({
      message: 'duplicateCertificate' as const,
      about,
      values: { names: `${fullName(about)} and ${fullName(other)}` },
      line: ['metadata', 'name'],
    }))
  })
}

function certificatesOf({ spec }: PlacedItem): ReadonlySet<string> {
  return new Set(
    spec.list('servers').flatMap(server => {
      const tls = server.at('tls')
      const [credential, file, key] = ['credentialName', 'serverCertificate', 'privateKey'].map(
        name => tls.string(name) ?? '',
      )
      if (credential) return [`credential ${credential}`]
      return file && key ? [`file ${file} ${key}`] : []
    }),
  )
}
