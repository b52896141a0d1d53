import type { MeshService } from '../../mesh/index.ts'

/**
 * The label by which pods of a Service say that they are `subset`: `version` if they have it, else any label with that
 * value. Where pods are only assumed, they will follow: `version`. Undefined where no pod would be found.
 */
export function guessLabel(service: MeshService, subset: string): readonly [key: string, value: string] | undefined {
  const pods = service.pods.filter(({ origin }) => origin.documentId > 0)
  if (pods.length === 0) return service.pods.length > 0 ? ['version', subset] : undefined
  const found = pods.flatMap(({ labels }) => Object.entries(labels).filter(([, value]) => value === subset))
  return found.find(([key]) => key === 'version') ?? found[0]
}
