import { parseName } from '../../istioctl/rules/gateway-names.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

const KINDS = ['Gateway', 'KubernetesGateway']

/** Gateways inside a match: istioctl looks at `spec.gateways` alone. A text without any may leave them out. */
export const checkMatchGateways: BlindRule = ({ cluster, shows }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      rule.list('match').flatMap(match =>
        match.strings('gateways').flatMap((gateway, i): readonly BlindFinding[] => {
          const { namespace, name } = parseName(gateway, about.namespace)
          if (gateway === 'mesh' || KINDS.some(kind => cluster.find(kind, namespace, name))) return []
          const at = [...inSpec(match), 'gateways', i]
          return [{ message: 'matchGateway', about, values: { gateway }, at, isLeftOut: !KINDS.some(shows) }]
        }),
      ),
    ),
  )
