import { isHttp, parseProtocol } from '../../mesh/index.ts'
import type { Protocol } from '../../mesh/index.ts'
import type { BoundServer } from './gateway-server.ts'

/** What a server speaks. Istio, protocol.Parse. */
export const protocolOf = ({ port }: BoundServer): Protocol => parseProtocol(port.protocol)

/** HTTP in plain text. */
export const speaksPlainHttp = (server: BoundServer): boolean => isHttp(protocolOf(server))

/** TLS that the gateway does not open. Istio, gateway.IsPassThroughServer. */
export const isPassthrough = ({ tls }: BoundServer): boolean =>
  tls?.mode === 'PASSTHROUGH' || tls?.mode === 'AUTO_PASSTHROUGH'

/** TLS of any kind; HTTP with a redirect to https is none. Istio, gateway.IsTLSServer. */
export const isTlsServer = (server: BoundServer): boolean => server.tls !== undefined && !speaksPlainHttp(server)

/** HTTPS that the gateway opens. Istio, gateway.IsHTTPSServerWithTLSTermination. */
export const terminatesHttps = (server: BoundServer): boolean =>
  server.tls !== undefined && protocolOf(server) === 'HTTPS' && !isPassthrough(server)

/** Whether HTTP rules apply: HTTP, or HTTPS once opened. Istio, gateway.IsHTTPServer. */
export const isHttpServer = (server: BoundServer): boolean =>
  speaksPlainHttp(server) || (protocolOf(server) === 'HTTPS' && !isPassthrough(server))
