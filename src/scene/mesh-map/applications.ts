import type { World } from '../../core/pipeline/index.ts'

/** The application that a thing is part of, as Kubernetes recommends to label it; else what Istio's examples and `kubectl` call it. */
const LABELS = ['app.kubernetes.io/part-of', 'app'] as const

/** Finds the application of a service or of a workload without one, by `namespace/name`: its own labels before its pods'. */
export function applicationsOf({ mesh, resources }: Pick<World, 'mesh' | 'resources'>) {
  const labels = new Map<string, Readonly<Record<string, string>>[]>()
  const add = (id: string, more: Readonly<Record<string, string>> | undefined) => {
    if (more) labels.set(id, [...(labels.get(id) ?? []), more])
  }
  for (const one of resources) if (one.kind === 'Service') add(`${one.namespace}/${one.name}`, one.labels)
  for (const { name, namespace, pods } of mesh.services.values()) add(`${namespace}/${name}`, pods[0]?.labels)
  for (const one of mesh.workloads) add(`${one.namespace}/${one.name}`, one.labels)
  return (id: string): { readonly application?: string } => {
    const [application] = LABELS.flatMap(label => (labels.get(id) ?? []).flatMap(each => each[label] ?? []))
    return application === undefined ? {} : { application }
  }
}
