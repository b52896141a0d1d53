import type { Reader } from '../../../resources/index.ts'
import { fullName } from '../../cluster/item.ts'
import { selectorText } from '../../cluster/select.ts'
import { parseName } from '../../istioctl/rules/gateway-names.ts'
import { toFullHost } from '../../istioctl/hosts.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const inSpec = (reader: Reader): readonly (string | number)[] => ['spec', ...reader.path]

/** Gateways inside a match, and delegates: istioctl looks at `spec.gateways` alone. */
export const checkRuleReferences: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap((rule): readonly BlindFinding[] => {
      const gateways = rule.list('match').flatMap(match =>
        match.strings('gateways').flatMap((gateway, i): readonly BlindFinding[] => {
          const { namespace, name } = parseName(gateway, about.namespace)
          const isThere = ['Gateway', 'KubernetesGateway'].some(kind => cluster.find(kind, namespace, name))
          if (gateway === 'mesh' || isThere) return []
          return [{ message: 'matchGateway', about, values: { gateway }, at: [...inSpec(match), 'gateways', i] }]
        }),
      )
      const delegate = rule.at('delegate')
      const namespace = delegate.string('namespace') || about.namespace
      const name = delegate.string('name')
      if (name === undefined || cluster.find('VirtualService', namespace, name)) return gateways
      const values = { delegate: fullName({ namespace, name }) }
      return [...gateways, { message: 'missingDelegate', about, values, at: inSpec(delegate) }]
    }),
  )

/** Services that routes of the Gateway API send to. */
export const checkBackends: BlindRule = ({ cluster, shows }) =>
  !shows('Service')
    ? []
    : ['HTTPRoute', 'GRPCRoute'].flatMap(kind =>
        cluster.items(kind).flatMap(about =>
          about.spec.list('rules').flatMap(rule =>
            rule.list('backendRefs').flatMap((ref): readonly BlindFinding[] => {
              const name = ref.string('name')
              const namespace = ref.string('namespace') ?? about.namespace
              const isService = (ref.string('kind') ?? 'Service') === 'Service' && (ref.string('group') ?? '') === ''
              if (name === undefined || !isService || cluster.find('Service', namespace, name)) return []
              return [
                {
                  message: 'missingBackend',
                  about,
                  values: { backend: fullName({ namespace, name }) },
                  at: inSpec(ref),
                },
              ]
            }),
          ),
        ),
      )

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

const SELECTORS = [
  ['PeerAuthentication', 'selector', 'matchLabels'],
  ['RequestAuthentication', 'selector', 'matchLabels'],
  ['EnvoyFilter', 'workloadSelector', 'labels'],
] as const

/** Policies for no pod; in the root namespace they are for pods everywhere. */
export const checkPolicySelectors: BlindRule = ({ cluster, shows }) =>
  !shows('Pod')
    ? []
    : SELECTORS.flatMap(([kind, field, labels]) =>
        cluster.items(kind).flatMap((about): readonly BlindFinding[] => {
          const selector = about.spec.at(field).labels(labels)
          const where = about.namespace === cluster.rootNamespace ? undefined : about.namespace
          if (Object.keys(selector).length === 0 || cluster.podsWith(selector, where).length > 0) return []
          const values = { kind, selector: selectorText(selector) }
          return [{ message: 'policyWithoutPods', about, values, at: ['spec', field, labels] }]
        }),
      )

const TARGETS: Readonly<Record<string, string>> = {
  ' Service': 'Service',
  'core Service': 'Service',
  'networking.istio.io ServiceEntry': 'ServiceEntry',
  'gateway.networking.k8s.io Gateway': 'KubernetesGateway',
}

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

const USE_WAYPOINT = 'istio.io/use-waypoint'

export const checkWaypoints: BlindRule = ({ cluster }) =>
  ['Namespace', 'Service', 'ServiceEntry', 'Pod'].flatMap(kind =>
    cluster.items(kind).flatMap((about): readonly BlindFinding[] => {
      const waypoint = about.labels[USE_WAYPOINT]
      if (!waypoint || waypoint === 'none') return []
      const own = about.namespace || about.name
      const namespace = about.labels['istio.io/use-waypoint-namespace'] ?? own
      if (cluster.find('KubernetesGateway', namespace, waypoint)) return []
      return [{ message: 'missingWaypoint', about, values: { waypoint }, at: ['metadata', 'labels', USE_WAYPOINT] }]
    }),
  )

/** Service accounts of principals, where the text shows pods of their namespace. */
export const checkPrincipals: BlindRule = ({ cluster }) => {
  const accounts = new Map<string, Set<string>>()
  for (const { namespace, spec } of cluster.pods) {
    const known = accounts.get(namespace) ?? new Set<string>()
    accounts.set(namespace, known.add(spec.string('serviceAccountName') ?? 'default'))
  }
  return cluster.items('AuthorizationPolicy').flatMap(about =>
    about.spec.list('rules').flatMap(rule =>
      rule.list('from').flatMap(from =>
        from
          .at('source')
          .strings('principals')
          .flatMap((principal, i): readonly BlindFinding[] => {
            const [, namespace = '', account = ''] = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(principal) ?? []
            const known = accounts.get(namespace)
            if (account === '' || !known || known.has(account)) return []
            return [
              {
                message: 'unknownAccount',
                about,
                values: { principal },
                at: [...inSpec(from), 'source', 'principals', i],
              },
            ]
          }),
      ),
    ),
  )
}

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
