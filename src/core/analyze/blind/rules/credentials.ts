import { fullName } from '../../cluster/item.ts'
import { parseName } from '../../istioctl/rules/gateway-names.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

/** Secrets beside `credentialName`: those of `credentialNames` and of the Gateway API. */
export const checkCredentials: BlindRule = ({ cluster, shows }) => {
  if (!shows('Secret')) return []
  const ofIstio = cluster.items('Gateway').flatMap(about => {
    const [pod] = cluster.podsWith(about.spec.labels('selector'))
    return about.spec.list('servers').flatMap(server =>
      server
        .at('tls')
        .strings('credentialNames')
        .flatMap((written, i): readonly BlindFinding[] => {
          const { namespace, name } = parseName(written, pod?.namespace ?? about.namespace)
          if (!pod || cluster.find('Secret', namespace, name)) return []
          const values = { field: 'credentialNames', secret: fullName({ namespace, name }) }
          return [{ message: 'missingSecret', about, values, at: [...inSpec(server), 'tls', 'credentialNames', i] }]
        }),
    )
  })
  const ofKubernetes = cluster.items('KubernetesGateway').flatMap(about =>
    about.spec.list('listeners').flatMap(listener =>
      listener
        .at('tls')
        .list('certificateRefs')
        .flatMap((ref): readonly BlindFinding[] => {
          const name = ref.string('name')
          const namespace = ref.string('namespace') ?? about.namespace
          if (name === undefined || (ref.string('kind') ?? 'Secret') !== 'Secret') return []
          if (cluster.find('Secret', namespace, name)) return []
          const values = { field: 'certificateRefs', secret: fullName({ namespace, name }) }
          return [{ message: 'missingSecret', about, values, at: inSpec(ref) }]
        }),
    ),
  )
  return [...ofIstio, ...ofKubernetes]
}
