import type { SidecarEgress } from '../../resources/index.ts'

/** The port whose services alone a listener is for; as an HTTP proxy it is for any. Istio, needsPortMatch. */
export function ownPort({ port }: SidecarEgress): number | undefined {
  return port && port.number !== 0 && port.protocol.toUpperCase() !== 'HTTP_PROXY' ? port.number : undefined
}
