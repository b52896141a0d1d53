import type { Labels } from '../resources/index.ts'
import type { MeshPod } from './mesh.ts'

/** Whether `labels` has every pair of `selector`. Istio, labels.Instance.SubsetOf. */
export function hasLabels(labels: Labels, selector: Labels): boolean {
  for (const key in selector) if (labels[key] !== selector[key]) return false
  return true
}

/** Finds a namespace's pods by selector without a scan over all of them. */
export interface LabelIndex {
  /** In the order in which the pods were given; none for a selector without labels. */
  select(namespace: string, selector: Labels): readonly MeshPod[]
}

/** Indexes pods by each of their labels; a selector then scans its rarest label only. */
export function createLabelIndex(pods: readonly MeshPod[]): LabelIndex {
  const byLabel = new Map<string, MeshPod[]>()
  for (const pod of pods) {
    for (const [key, value] of Object.entries(pod.labels)) {
      const entry = labelKey(pod.namespace, key, value)
      const found = byLabel.get(entry)
      if (found) found.push(pod)
      else byLabel.set(entry, [pod])
    }
  }
  return {
    select(namespace, selector) {
      let rarest: readonly MeshPod[] | undefined
      for (const [key, value] of Object.entries(selector)) {
        const found = byLabel.get(labelKey(namespace, key, value)) ?? []
        if (!rarest || found.length < rarest.length) rarest = found
      }
      return rarest ? rarest.filter(pod => hasLabels(pod.labels, selector)) : []
    },
  }
}

const labelKey = (namespace: string, key: string, value: string) => `${namespace}\n${key}\n${value}`
