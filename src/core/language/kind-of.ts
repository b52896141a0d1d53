import type { Resource } from '../resources/index.ts'
import type { YamlMap } from '../yaml/index.ts'

/** A resource's kind as roles know it: the Gateway of the Gateway API is another one than Istio's. */
export function kindOf(resource: Resource): string {
  return resource.kind === 'Other' ? resource.spec.otherKind : resource.kind
}

/** The same of a map that is being written; `listKind`: of the list that it stands in. */
export function kindOfMap({ entries }: YamlMap, listKind: string | undefined): string {
  const text = (key: string): string | undefined => {
    const value = entries.find(entry => entry.key === key)?.value
    return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
  }
  const kind = text('kind') ?? (listKind === 'List' ? '' : (listKind ?? '').replace(/List$/, ''))
  const isOfGatewayApi = text('apiVersion')?.startsWith('gateway.networking.k8s.io/') ?? false
  return kind === 'Gateway' && isOfGatewayApi ? 'KubernetesGateway' : kind
}
