import type { Cluster } from '../cluster.ts'
import { withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

/** How a cluster speaks to its endpoints: one transport socket, or two to choose from by what the endpoint advertises. */
export function toTransportJson({ name, tls }: Cluster): Json {
  switch (tls?.kind) {
    case undefined:
      return {}
    case 'auto':
      return {
        transportSocketMatches: [
          { name: 'tlsMode-istio', match: { tlsMode: 'istio' }, transportSocket: mutual(name) },
          { name: 'tlsMode-disabled', match: {}, transportSocket: RAW_BUFFER },
        ],
      }
    case 'istioMutual':
      return { transportSocket: mutual(name) }
    case 'simple':
    case 'mutual':
      return { transportSocket: tlsSocket(withoutEmpty({ sni: tls.sni })) }
  }
}

/** Istio's own mTLS: certificates from istiod, and a server name that tells the cluster. */
function mutual(name: string): Json {
  const sni = name.split('|').join('_.')
  return tlsSocket({ commonTlsContext: { alpnProtocols: ['istio-peer-exchange', 'istio'] }, sni })
}

const tlsSocket = (context: Json): Json => ({
  name: 'envoy.transport_sockets.tls',
  typedConfig: {
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
    ...context,
  },
})

const RAW_BUFFER: Json = {
  name: 'envoy.transport_sockets.raw_buffer',
  typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer' },
}
