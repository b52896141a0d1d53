import type { Labels, PodResource, WorkloadResource } from '../resources/index.ts'
import { podAddress } from './addresses.ts'
import { compareText } from './age-order.ts'
import type { MeshPod, MeshWorkload } from './mesh.ts'
import type { WorkloadNames } from './workload-owner.ts'
import { isMadeByDeployment, ownerName, workloadKey } from './workload-owner.ts'

type Injection = (namespace: string, labels: Labels, annotations: Labels) => boolean

interface PodDraft extends Omit<MeshPod, 'ip'> {
  readonly givenIp: string | undefined
}

/** What is known of pods beside the text, where it is one moment of several. */
export interface PodFacts {
  /** The pods that a workload has now; undefined: those of the text. */
  readonly podsOf: (workload: Pick<MeshWorkload, 'namespace' | 'name'>) => readonly KnownPod[] | undefined
  /** The address that a pod has had so far. */
  readonly addressOf: (pod: PodName) => string | undefined
  /** Addresses that nobody new gets. */
  readonly takenAddresses: Iterable<string>
}

export interface KnownPod {
  readonly name: string
  readonly ready: boolean
  readonly stopping: boolean
  /** What it was made from; undefined: its own document. */
  readonly template: WorkloadResource | undefined
}

type PodName = Pick<MeshPod, 'namespace' | 'name' | 'workload'>

interface WorkloadDraft extends Omit<MeshWorkload, 'pods'> {
  readonly pods: PodDraft[]
}

/**
 * Workloads with their pods, both sorted by namespace and name. A Deployment's replica i is the ready pod `NAME-i` with
 * the template's labels, unless a Pod of that name is given; pods that a dump shows as owned stand in their place.
 */
export function buildWorkloads(
  resources: readonly WorkloadResource[],
  pods: readonly PodResource[],
  isInjected: Injection,
  facts?: PodFacts,
): readonly MeshWorkload[] {
  const names: WorkloadNames = new Map(resources.map(w => [workloadKey(w.namespace, w.name), w]))
  const drafts = new Map<string, WorkloadDraft>()
  for (const resource of resources) {
    if (isMadeByDeployment(resource, names)) continue
    drafts.set(workloadKey(resource.namespace, resource.name), {
      kind: resource.kind,
      name: resource.name,
      namespace: resource.namespace,
      labels: resource.spec.podLabels,
      pods: [],
      sidecar: isInjected(resource.namespace, resource.spec.podLabels, resource.spec.podAnnotations),
      origin: resource.origin,
      ...(resource.assumed && { assumed: resource.assumed }),
    })
  }
  const unowned = addOwnedPods(drafts, pods, names, isInjected)
  for (const resource of resources) {
    const draft = drafts.get(workloadKey(resource.namespace, resource.name))
    if (draft?.pods.length === 0) addReplicas(draft, resource, unowned, isInjected)
  }
  for (const pod of unowned.values()) addBarePod(drafts, pod, pod.name, 'Pod', isInjected)
  return withAddresses(
    [...drafts.values()].map(draft => atPresent(draft, facts?.podsOf(draft))),
    facts,
  )
}

/** With the pods that a workload has now, those that the text gives as it gives them. */
function atPresent(draft: WorkloadDraft, known: readonly KnownPod[] | undefined): WorkloadDraft {
  if (!known) return draft
  const given = new Map(draft.pods.map(pod => [pod.name, pod]))
  const pods = known.flatMap(({ name, ready, stopping, template }) => {
    const own = given.get(name)
    const isMade = template !== undefined && (own === undefined || own.origin === draft.origin)
    const pod = isMade ? replicaOf(template, name, draft.sidecar) : own
    return pod ? [{ ...pod, ready, ...(stopping && { stopping }) }] : []
  })
  return { ...draft, pods }
}

/** Gives each owned pod to its workload; the rest comes back by namespace and name. */
function addOwnedPods(
  drafts: Map<string, WorkloadDraft>,
  pods: readonly PodResource[],
  names: WorkloadNames,
  isInjected: Injection,
): Map<string, PodResource> {
  const unowned = new Map<string, PodResource>()
  for (const pod of pods) {
    const owner = ownerName(pod, names)
    const draft = drafts.get(workloadKey(pod.namespace, owner))
    if (pod.spec.owner === undefined) unowned.set(workloadKey(pod.namespace, pod.name), pod)
    else if (draft) draft.pods.push(toPod(pod, owner, isInjected))
    else addBarePod(drafts, pod, owner, owner === pod.spec.owner ? 'ReplicaSet' : 'Deployment', isInjected)
  }
  return unowned
}

/** A slip of the finger may ask for a million; more pods than this would not make the picture any truer. */
const MAX_REPLICAS = 1000

function addReplicas(
  draft: WorkloadDraft,
  resource: WorkloadResource,
  given: Map<string, PodResource>,
  isInjected: Injection,
): void {
  for (let i = 0; i < Math.min(resource.spec.replicas, MAX_REPLICAS); i++) {
    const name = `${resource.name}-${String(i)}`
    const key = workloadKey(resource.namespace, name)
    const pod = given.get(key)
    given.delete(key)
    draft.pods.push(
      pod
        ? { ...toPod(pod, resource.name, isInjected), ...ownName(resource, name) }
        : replicaOf(resource, name, draft.sidecar),
    )
  }
}

function replicaOf(resource: WorkloadResource, name: string, sidecar: boolean): PodDraft {
  return {
    name,
    namespace: resource.namespace,
    givenIp: undefined,
    labels: resource.spec.podLabels,
    ready: true,
    containerPorts: resource.spec.containerPorts,
    workload: resource.name,
    sidecar,
    ...ownName(resource, name),
    origin: resource.origin,
  }
}

const ownName = ({ kind, spec }: WorkloadResource, name: string): Pick<PodDraft, 'dnsName'> =>
  kind === 'StatefulSet' ? { dnsName: { hostname: name, subdomain: spec.serviceName } } : {}

function addBarePod(
  drafts: Map<string, WorkloadDraft>,
  pod: PodResource,
  workload: string,
  kind: MeshWorkload['kind'],
  isInjected: Injection,
): void {
  drafts.set(workloadKey(pod.namespace, workload), {
    kind,
    name: workload,
    namespace: pod.namespace,
    labels: pod.labels,
    pods: [toPod(pod, workload, isInjected)],
    sidecar: isInjected(pod.namespace, pod.labels, pod.spec.annotations),
    origin: pod.origin,
    ...(pod.assumed && { assumed: pod.assumed }),
  })
}

function toPod(pod: PodResource, workload: string, isInjected: Injection): PodDraft {
  return {
    name: pod.name,
    namespace: pod.namespace,
    givenIp: pod.spec.ip,
    labels: pod.labels,
    ready: pod.spec.ready,
    containerPorts: pod.spec.containerPorts,
    workload,
    sidecar: isInjected(pod.namespace, pod.labels, pod.spec.annotations),
    ...(pod.spec.subdomain && {
      dnsName: { hostname: pod.spec.hostname ?? pod.name, subdomain: pod.spec.subdomain },
    }),
    origin: pod.origin,
  }
}

/** Pods sorted by namespace and name get 10.1.0.1, 10.1.0.2, … unless their status gives an address, or they have one. */
function withAddresses(drafts: readonly WorkloadDraft[], facts: PodFacts | undefined): readonly MeshWorkload[] {
  const byName = (a: { namespace: string; name: string }, b: { namespace: string; name: string }) =>
    compareText(a.namespace, b.namespace) || compareText(a.name, b.name)
  const all = drafts.flatMap(draft => draft.pods).sort(byName)
  const given = (pod: PodDraft): string | undefined => pod.givenIp ?? facts?.addressOf(pod)
  const taken = new Set<string | undefined>([...all.map(given), ...(facts?.takenAddresses ?? [])])
  const addresses = new Map<PodDraft, string>()
  let n = 0
  for (const pod of all) {
    const known = given(pod)
    do n++
    while (known === undefined && taken.has(podAddress(n)))
    addresses.set(pod, known ?? podAddress(n))
  }
  return drafts
    .map(draft => ({
      ...draft,
      pods: [...draft.pods].sort(byName).map(pod => {
        const { givenIp: _, ...rest } = pod
        return { ...rest, ip: addresses.get(pod) ?? '' }
      }),
    }))
    .sort(byName)
}
