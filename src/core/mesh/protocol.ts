import type { ServicePort } from '../resources/index.ts'
import type { Protocol } from './mesh.ts'

const BY_NAME: ReadonlyMap<string, Protocol> = new Map(
  Object.entries<Protocol>({
    tcp: 'TCP',
    udp: 'UDP',
    grpc: 'GRPC',
    'grpc-web': 'GRPC-Web',
    http: 'HTTP',
    http_proxy: 'HTTP',
    http2: 'HTTP2',
    https: 'HTTPS',
    tls: 'TLS',
    mongo: 'Mongo',
    redis: 'Redis',
    mysql: 'MySQL',
    'kubernetes.io/h2c': 'HTTP2',
    'kubernetes.io/ws': 'HTTP',
    'kubernetes.io/wss': 'HTTPS',
  }),
)

/** Ports on which the server speaks first, so that detection would hang. */
const SERVER_FIRST_PORTS: ReadonlySet<number> = new Set([25, 53, 3306, 27017])

/**
 * What istiod takes a Service port to speak: `appProtocol`, else the name up to the first `-`, else detection.
 * Istio, kube.ConvertProtocol [A50][A51].
 */
export function detectProtocol(port: Omit<ServicePort, 'targetPort'>): Protocol {
  if (port.protocol === 'UDP') return 'UDP'
  const text = (port.appProtocol ?? port.name).toLowerCase()
  const head = text.startsWith('grpc-web') ? 'grpc-web' : (text.split('-')[0] ?? '')
  const named = BY_NAME.get(port.appProtocol === undefined ? head : text)
  return named ?? (SERVER_FIRST_PORTS.has(port.number) ? 'TCP' : 'auto')
}

/** What a ServiceEntry's port speaks: its `protocol`, else detection. Istio, protocol.Parse [A51]. */
export function parseProtocol(text: string): Protocol {
  const name = text.toLowerCase()
  return name.startsWith('kubernetes.io/') ? 'auto' : (BY_NAME.get(name) ?? 'auto')
}

/** Whether VirtualServices' `http` rules apply: HTTP of any kind, or detected. Istio, IsHTTPOrSniffed [A52]. */
export function isHttpOrDetected(protocol: Protocol): boolean {
  return isHttp(protocol) || protocol === 'auto'
}

/** Whether connections are told apart by the name that their TLS asks for. Istio, protocol.Instance.IsTLS. */
export const isTls = (protocol: Protocol): boolean => protocol === 'TLS' || protocol === 'HTTPS'

/** Whether the port shares the listener and route configuration of its number [A54]. */
export function isHttp(protocol: Protocol): boolean {
  return protocol === 'HTTP' || protocol === 'HTTP2' || protocol === 'GRPC' || protocol === 'GRPC-Web'
}
