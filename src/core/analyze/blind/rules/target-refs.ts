import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

const TARGETS: Readonly<Record<string, string>> = {
  ' Service': 'Service',
  'core Service': 'Service',
  'networking.istio.io ServiceEntry': 'ServiceEntry',
  'gateway.networking.k8s.io Gateway': 'KubernetesGateway',
}

/** What policies are for, where the text shows things of that kind. */
export const checkTargetRefs: BlindRule = ({ cluster, shows }) =>
  ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin', 'EnvoyFilter'].flatMap(kind =>
    cluster.items(kind).flatMap(about =>
      [about.spec.at('targetRef'), ...about.spec.list('targetRefs')].flatMap((ref): readonly BlindFinding[] => {
        const [name, said = ''] = [ref.string('name'), ref.string('kind')]
        const target = TARGETS[`${ref.string('group') ?? ''} ${said}`]
        if (name === undefined || target === undefined || !shows(target)) return []
        if (cluster.find(target, about.namespace, name)) return []
        return [{ message: 'missingTarget', about, values: { kind, target: `${said} ${name}` }, at: inSpec(ref) }]
      }),
    ),
  )
