import type { KubernetesGatewaySpec, ReferenceGrantSpec } from './kubernetes-gateway-spec.ts'
import type { Reader } from './reader.ts'

const GROUP = 'gateway.networking.k8s.io'

/** gateway.networking.k8s.io Gateway, v1 and v1beta1. */
export function decodeKubernetesGateway(resource: Reader): KubernetesGatewaySpec {
  const spec = resource.at('spec')
  return {
    gatewayClassName: spec.string('gatewayClassName') ?? '',
    listeners: spec.list('listeners').map(listener => {
      const routes = listener.at('allowedRoutes')
      return {
        name: listener.string('name') ?? '',
        hostname: listener.string('hostname') || undefined,
        port: listener.number('port') ?? 0,
        protocol: listener.string('protocol') ?? '',
        tls: listener.message('tls', tls => ({
          mode: tls.string('mode') ?? 'Terminate',
          certificateNames: tls.list('certificateRefs').flatMap(ref => ref.string('name') ?? []),
        })),
        allowedFrom: routes.at('namespaces').string('from') ?? 'Same',
        allowedNamespaceLabels: routes.at('namespaces', 'selector').labels('matchLabels'),
        allowedKinds: routes.list('kinds').map(kind => ({
          group: kind.string('group') ?? GROUP,
          kind: kind.string('kind') ?? '',
        })),
      }
    }),
    addresses: spec.list('addresses').map(address => ({
      type: address.string('type') ?? 'IPAddress',
      value: address.string('value') ?? '',
    })),
  }
}

/** gateway.networking.k8s.io ReferenceGrant, v1 and v1beta1. */
export function decodeReferenceGrant(resource: Reader): ReferenceGrantSpec {
  const spec = resource.at('spec')
  return {
    from: spec.list('from').map(from => ({
      group: from.string('group') ?? '',
      kind: from.string('kind') ?? '',
      namespace: from.string('namespace') ?? '',
    })),
    to: spec.list('to').map(to => ({
      group: to.string('group') ?? '',
      kind: to.string('kind') ?? '',
      name: to.string('name') || undefined,
    })),
  }
}
