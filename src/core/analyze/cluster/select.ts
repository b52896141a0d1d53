import { hasLabels as matches } from '../../mesh/index.ts'
import type { Labels } from '../../resources/index.ts'
import type { Pod } from './pods.ts'

export { matches }

/** `app=web,version=v1`, in alphabetical order, as Kubernetes writes a selector. */
export function selectorText(selector: Labels): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join(',')
}

/** The first label of a selector in alphabetical order. */
export const firstLabel = (selector: Labels): string => Object.keys(selector).sort()[0] ?? ''

/** Pods of one namespace, or of all of them. */
export interface PodSearch {
  find(selector: Labels, namespace?: string): readonly Pod[]
  /** Whether there is one, without looking at all of them. */
  has(selector: Labels, namespace?: string): boolean
}

/** Finds pods by labels, each search among those that share one of them. */
export function createPodSearch(pods: readonly Pod[]): PodSearch {
  const byLabel = new Map<string, Pod[]>()
  const byNamespace = new Map<string, Pod[]>()
  const add = (to: Map<string, Pod[]>, key: string, pod: Pod): void => {
    const known = to.get(key)
    if (known) known.push(pod)
    else to.set(key, [pod])
  }
  for (const pod of pods) {
    add(byNamespace, pod.namespace, pod)
    for (const [key, value] of Object.entries(pod.labels)) {
      add(byLabel, `${key}=${value}`, pod)
      add(byLabel, `${pod.namespace}\n${key}=${value}`, pod)
    }
  }
  /** Those that share the rarest label. */
  const candidates = (selector: Labels, namespace: string | undefined): readonly Pod[] => {
    const labels = Object.entries(selector)
    if (labels.length === 0) return namespace === undefined ? pods : (byNamespace.get(namespace) ?? [])
    const lists = labels.map(([key, value]) => {
      const label = `${key}=${value}`
      return byLabel.get(namespace === undefined ? label : `${namespace}\n${label}`) ?? []
    })
    return lists.reduce((a, b) => (b.length < a.length ? b : a))
  }
  return {
    find: (selector, namespace) => candidates(selector, namespace).filter(pod => matches(pod.labels, selector)),
    has: (selector, namespace) => candidates(selector, namespace).some(pod => matches(pod.labels, selector)),
  }
}

/** Finds what selects given labels: it is looked for under one label that it asks for, or among what asks for none. */
export function createSelectorSearch<T>(
  all: readonly T[],
  selectorOf: (one: T) => Labels,
): (labels: Labels) => readonly T[] {
  const ofAll: { readonly one: T; readonly at: number }[] = []
  const byLabel = new Map<string, { readonly one: T; readonly at: number; readonly selector: Labels }[]>()
  all.forEach((one, at) => {
    const selector = selectorOf(one)
    const [first] = Object.entries(selector)
    const key = first && `${first[0]}=${first[1]}`
    const known = key === undefined ? undefined : byLabel.get(key)
    if (key === undefined) ofAll.push({ one, at })
    else if (known) known.push({ one, at, selector })
    else byLabel.set(key, [{ one, at, selector }])
  })
  return labels => {
    const found = Object.entries(labels).flatMap(([key, value]) =>
      (byLabel.get(`${key}=${value}`) ?? []).filter(({ selector }) => matches(labels, selector)),
    )
    return [...ofAll, ...found].sort((a, b) => a.at - b.at).map(({ one }) => one)
  }
}
