import type { Origin } from '../base/origin.ts'
import { buildMesh } from '../mesh/index.ts'
import type { Mesh, MeshSettings, PodFacts } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import { absentAtFirst } from '../scenario/index.ts'
import type { Step } from '../scenario/index.ts'

/** From `atMs` on, this is what istiod would tell proxies. */
export interface Moment {
  readonly atMs: number
  /** What happened, in words: `VirtualService reviews applied`. */
  readonly label: string
  readonly origin: Origin | undefined
  readonly resources: readonly Resource[]
  readonly mesh: Mesh
}

/** A pod's readiness reaches the list of endpoints after this: kubelet, then the controller of EndpointSlices. */
export const ENDPOINTS_MS = 100

/** From a new pod to its first successful probe; nothing in a text tells. */
export const POD_START_MS = 3000

/**
 * The mesh from one step of a Scenario to the next, the first from the beginning. Documents that a step applies are not
 * there before; pods keep their addresses for as long as they live.
 */
export function playSteps(
  resources: readonly Resource[],
  steps: readonly Step[],
  settings: Partial<MeshSettings> = {},
): readonly Moment[] {
  const absent = new Set(absentAtFirst(steps))
  const replicas = new Map<string, number>()
  const readiness = new Map<string, boolean>()
  const addresses = new Map<string, string>()
  const facts: PodFacts = {
    addressOf: pod => addresses.get(keyOf(pod)),
    isReady: pod => readiness.get(keyOf(pod)),
  }
  const moments: Moment[] = []

  function take(atMs: number, label: string, origin: Origin | undefined): void {
    const present = resources.filter(resource => !absent.has(resource)).map(resource => scaled(resource, replicas))
    const mesh = buildMesh(present, settings, facts)
    for (const pod of mesh.workloads.flatMap(({ pods }) => pods)) addresses.set(keyOf(pod), pod.ip)
    moments.push({ atMs, label, origin, resources: present, mesh })
  }

  take(0, '', undefined)
  for (const { atMs, step } of inEffect(steps, resources)) {
    switch (step.kind) {
      case 'apply':
        for (const { resource } of step.documents) absent.delete(resource)
        take(atMs, `${namesOf(step)} applied`, step.origin)
        break
      case 'delete':
        for (const { resource } of step.documents) absent.add(resource)
        take(atMs, `${namesOf(step)} deleted`, step.origin)
        break
      case 'scale':
        replicas.set(keyOf(step.workload), step.replicas)
        take(atMs, `${step.workload.name} scaled to ${String(step.replicas)}`, step.origin)
        break
      case 'readiness':
        for (const pod of step.pods) readiness.set(keyOf(pod), step.ready)
        take(atMs, `${podsOf(step.pods)} ${step.ready ? 'ready' : 'not ready'}`, step.origin)
    }
  }
  return moments
}

/** Steps by when istiod learns of them: what is applied at once, pods after their time. */
function inEffect(steps: readonly Step[], resources: readonly Resource[]): readonly { atMs: number; step: Step }[] {
  const replicas = new Map(
    resources.flatMap(({ kind, namespace, name, spec }) =>
      kind !== 'Pod' && 'replicas' in spec ? [[keyOf({ namespace, name }), spec.replicas]] : [],
    ),
  )
  const timed = steps.map(step => {
    if (step.kind === 'readiness') return { atMs: step.atMs === 0 ? 0 : step.atMs + ENDPOINTS_MS, step }
    if (step.kind !== 'scale') return { atMs: step.atMs, step }
    const before = replicas.get(keyOf(step.workload)) ?? 0
    replicas.set(keyOf(step.workload), step.replicas)
    return { atMs: step.atMs + ENDPOINTS_MS + (step.replicas > before ? POD_START_MS : 0), step }
  })
  return timed.sort((a, b) => a.atMs - b.atMs)
}

function scaled(resource: Resource, replicas: ReadonlyMap<string, number>): Resource {
  const wanted = 'replicas' in resource.spec ? replicas.get(keyOf(resource)) : undefined
  if (wanted === undefined || !('replicas' in resource.spec)) return resource
  return { ...resource, spec: { ...resource.spec, replicas: wanted } } as Resource
}

const keyOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `${namespace}/${name}`

const namesOf = ({ documents }: Extract<Step, { kind: 'apply' | 'delete' }>): string =>
  documents.map(({ resource }) => `${resource.kind} ${resource.name}`).join(', ')

const podsOf = (pods: readonly { readonly name: string }[]): string => {
  const [first] = pods
  return pods.length === 1 && first ? first.name : `${String(pods.length)} pods`
}
