import type { Origin } from '../base/origin.ts'
import { buildMesh } from '../mesh/index.ts'
import type { Mesh, MeshSettings } from '../mesh/index.ts'
import type { Resource, WorkloadResource } from '../resources/index.ts'
import { playPods } from '../rollout/index.ts'
import type { Order, PodLives, PodsMoment, PodTimes } from '../rollout/index.ts'
import { absentAtFirst } from '../scenario/index.ts'
import type { Step } from '../scenario/index.ts'
import { rememberAddresses } from './pod-addresses.ts'
import { wordsOfPods, wordsOfStep } from './words-of-steps.ts'

/** From `atMs` on, this is what istiod would tell proxies. */
export interface Moment {
  readonly atMs: number
  /** When it came about; what becomes of pods is known a little later. */
  readonly sinceMs: number
  /** What happened, in words: `VirtualService reviews applied`; empty where there is nothing to say. */
  readonly label: string
  /** Of that, what a step did; empty where pods alone changed. */
  readonly ordered: string
  readonly origin: Origin | undefined
  readonly resources: readonly Resource[]
  readonly mesh: Mesh
  /** False where proxies are told nothing new: a pod that had stopped is gone for good. */
  readonly isTold: boolean
}

export interface StepsInput {
  /** Those that steps apply included. */
  readonly resources: readonly Resource[]
  readonly steps: readonly Step[]
  readonly settings?: Partial<MeshSettings>
  readonly times: PodTimes
  readonly isSameTemplate: (a: WorkloadResource, b: WorkloadResource) => boolean
}

export interface PlayedSteps {
  readonly moments: readonly Moment[]
  readonly lives: PodLives
}

/** A pod's readiness reaches the list of endpoints after this: kubelet, then the controller of EndpointSlices. */
export const ENDPOINTS_MS = 100

/**
 * The mesh from one step of a Scenario to the next, the first from the beginning. Documents that a step applies are not
 * there before, unless they replace others; pods come and go as Kubernetes brings it about.
 */
export function playSteps({ resources, steps, settings = {}, times, isSameTemplate }: StepsInput): PlayedSteps {
  const absent = absentAtFirst(steps)
  const atFirst = resources.filter(resource => !absent.has(resource))
  const textMesh = buildMesh(atFirst, settings)
  const workloads = new Map(atFirst.filter(isWorkload).map(resource => [keyOf(resource), resource]))
  const { moments: podMoments, lives } = playPods({
    workloads: textMesh.workloads.map(one => ({ ...one, resource: workloads.get(keyOf(one)) })),
    orders: steps.flatMap(ordersOf),
    times,
    isSameTemplate,
  })

  const documents = new Map(atFirst.map(resource => [resource.key, resource]))
  const addresses = rememberAddresses()
  const moments: Moment[] = []
  let pods: PodsMoment | undefined = podMoments[0]

  /** Workloads are there as long as they have pods: these, too, are known only after a while. */
  function present(): readonly Resource[] {
    const known = pods?.workloads.flatMap(({ resource }) => resource ?? []) ?? []
    const played = new Set([...workloads.keys(), ...steps.flatMap(ordersOf).flatMap(keysOfOrder)])
    const others = [...documents.values()].filter(each => !isWorkload(each) || !played.has(keyOf(each)))
    return [...others, ...known]
  }

  function tell(told: Omit<Moment, 'resources' | 'mesh'>): void {
    const all = present()
    const mesh = buildMesh(all, settings, addresses.factsOf(pods))
    addresses.remember(mesh, pods)
    moments.push({ ...told, resources: all, mesh })
  }

  tell({ atMs: 0, sinceMs: 0, label: '', ordered: '', origin: undefined, isTold: true })
  for (const { step, now, atMs } of merge(steps, podMoments.slice(1))) {
    if (now) {
      pods = now
      tell({ atMs, sinceMs: now.atMs, ...told(now, steps) })
    } else if (step && takeIn(documents, step) && step.kind !== 'readiness') {
      const label = wordsOfStep(step)
      tell({ atMs, sinceMs: atMs, label, ordered: label, origin: step.origin, isTold: true })
    }
  }
  return { moments, lives }
}

/** What is said of a change of pods: the orders of that moment, if any, and what follows. */
function told(now: PodsMoment, steps: readonly Step[]): Pick<Moment, 'label' | 'ordered' | 'origin' | 'isTold'> {
  const causes = steps.flatMap(step => {
    const isOrder = step.atMs === now.atMs && ordersOf(step).length > 0 && !changesDocuments(step)
    return isOrder && step.kind !== 'readiness' ? wordsOfStep(step) : []
  })
  const ordered = causes.join(', ')
  return {
    label: [ordered, wordsOfPods(now.changes)].filter(Boolean).join(': '),
    ordered,
    origin: originOf(now, steps),
    isTold: now.changes.some(({ kind }) => kind !== 'gone'),
  }
}

interface Happening {
  readonly atMs: number
  readonly step?: Step
  readonly now?: PodsMoment
}

/** By when istiod learns of them: documents at once, pods after their time. */
function merge(steps: readonly Step[], pods: readonly PodsMoment[]): readonly Happening[] {
  return [
    ...steps.map(step => ({ atMs: step.atMs, step })),
    ...pods.map(now => ({ atMs: now.atMs + ENDPOINTS_MS, now })),
  ].sort((a, b) => a.atMs - b.atMs)
}

/** Whether istiod has something to tell of it by itself; workloads are told of with their pods. */
const changesDocuments = (step: Step): boolean =>
  (step.kind === 'apply' || step.kind === 'delete') && step.documents.some(({ resource }) => !isWorkload(resource))

/** What a step makes of the documents; whether that has to be told. */
function takeIn(documents: Map<string, Resource>, step: Step): boolean {
  if (step.kind !== 'apply' && step.kind !== 'delete') return false
  for (const { resource } of step.documents) {
    if (step.kind === 'delete') documents.delete(resource.key)
    // What is changed stays as old as it was.
    else {
      const { creationTimestamp = resource.creationTimestamp } = documents.get(resource.key) ?? {}
      documents.set(resource.key, { ...resource, creationTimestamp })
    }
  }
  return changesDocuments(step)
}

function ordersOf(step: Step): readonly Order[] {
  const { atMs } = step
  switch (step.kind) {
    case 'apply':
      return step.documents.flatMap(({ resource }) =>
        isWorkload(resource) ? [{ kind: 'apply' as const, atMs, resource }] : [],
      )
    case 'delete':
      return step.documents.flatMap(({ resource }) =>
        isWorkload(resource) ? [{ kind: 'delete' as const, atMs, workload: resource }] : [],
      )
    case 'scale':
      return [{ kind: 'scale', atMs, workload: step.workload, replicas: step.replicas }]
    case 'restart':
      return [{ kind: 'restart', atMs, workload: step.workload }]
    case 'readiness':
      return []
  }
}

const keysOfOrder = (order: Order): readonly string[] => [
  keyOf(order.kind === 'apply' ? order.resource : order.workload),
]

/** The step that brought a change of pods about: the entry that speaks of their readiness, else the last one that gave orders. */
function originOf({ atMs, changes }: PodsMoment, steps: readonly Step[]): Origin | undefined {
  const names = new Set(changes.map(({ pod }) => keyOf(pod)))
  const said = steps.find(
    step => step.kind === 'readiness' && step.atMs === atMs && step.pods.some(pod => names.has(keyOf(pod))),
  )
  const owners = new Set(changes.map(({ pod }) => keyOf({ namespace: pod.namespace, name: pod.workload })))
  const isBehind = (step: Step): boolean =>
    step.atMs <= atMs && ordersOf(step).some(order => keysOfOrder(order).some(key => owners.has(key)))
  return (said ?? steps.findLast(isBehind))?.origin
}

const isWorkload = (resource: Resource): resource is WorkloadResource => 'replicas' in resource.spec

const keyOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `${namespace}/${name}`
