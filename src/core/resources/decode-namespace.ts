import type { Reader } from './reader.ts'
import type { NamespaceResource } from './resource.ts'

/** Istio, the injection webhook: `istio-injection` decides, else a revision label switches it on. */
export function decodeNamespace(resource: Reader): NamespaceResource['spec'] {
  const labels = resource.at('metadata').labels('labels')
  const injection = labels['istio-injection']
  if (injection === 'enabled') return { injection: true }
  if (injection === 'disabled') return { injection: false }
  return { injection: labels['istio.io/rev'] === undefined ? undefined : true }
}
