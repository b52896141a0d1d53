import type { GatewaySpec } from './gateway-spec.ts'
import type { Reader } from './reader.ts'

/** networking.istio.io Gateway; v1, v1beta1 and v1alpha3 share one schema. */
export function decodeGateway(resource: Reader): GatewaySpec {
  const spec = resource.at('spec')
  return {
    selector: spec.labels('selector'),
    servers: spec.list('servers').map(server => ({
      name: server.string('name') || undefined,
      port: decodePort(server.at('port')),
      bind: server.string('bind') || undefined,
      hosts: server.strings('hosts'),
      tls: server.message('tls', tls => ({
        mode: tls.string('mode') ?? 'PASSTHROUGH',
        httpsRedirect: tls.boolean('httpsRedirect') ?? false,
        credentialName: tls.string('credentialName') || undefined,
        serverCertificate: tls.string('serverCertificate') || undefined,
      })),
    })),
  }
}

export function decodePort(port: Reader): { number: number; name: string; protocol: string } {
  return {
    number: port.number('number') ?? 0,
    name: port.string('name') ?? '',
    protocol: port.string('protocol') ?? '',
  }
}
