import { toFullHost } from '../../istioctl/hosts.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

/** Services that a Sidecar imports by their full names. */
export const checkSidecarHosts: BlindRule = ({ cluster, shows }) =>
  !shows('Service')
    ? []
    : cluster.items('Sidecar').flatMap(about =>
        about.spec.list('egress').flatMap(egress =>
          egress.strings('hosts').flatMap((entry, i): readonly BlindFinding[] => {
            const host = entry.slice(entry.indexOf('/') + 1)
            const [, name, namespace] =
              /^([^.*]+)\.([^.*]+)\.svc\.cluster\.local$/.exec(toFullHost(host, about.namespace)) ?? []
            if (name === undefined || namespace === undefined || cluster.find('Service', namespace, name)) return []
            return [{ message: 'sidecarHost', about, values: { host, entry }, at: [...inSpec(egress), 'hosts', i] }]
          }),
        ),
      )
