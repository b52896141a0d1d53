import type { WorkloadResource } from '../resources/index.ts'
import { inOrderOfLeaving, isAvailable, keyOf, staying } from './fleet.ts'
import type { Pod, Workload } from './fleet.ts'
import { limitsOf } from './limits.ts'
import { nextSizes } from './next-sizes.ts'
import { FROM_THE_FIRST, STARTUP_MS, endLife } from './pod-life.ts'
import type { Order, PodChangeKind, PodTimes } from './play-pods.ts'

export interface ControllerInput {
  readonly times: PodTimes
  readonly isSameTemplate: (a: WorkloadResource, b: WorkloadResource) => boolean
  /** Something is to be looked at then. */
  readonly later: (atMs: number) => void
  readonly onChange: (kind: PodChangeKind, pod: Pod) => void
}

/** What Kubernetes' controllers and kubelets do to workloads and their pods, at the moment when they learn of a reason. */
export interface Controller {
  obey(fleet: Map<string, Workload>, order: Order): void
  /** Until nothing is left to do now. */
  settle(workload: Workload, nowMs: number): void
}

const MOST_REPLICAS = 1000

export function createController({ times, isSameTemplate, later, onChange }: ControllerInput): Controller {
  function start(workload: Workload, nowMs: number): void {
    const { namespace, resource, version } = workload
    if (!resource) return
    const name = nameFor(workload, resource)
    const names = { namespace, name, workload: workload.name }
    const startupMs = nowMs === 0 ? 0 : (times.startupMs(names, nowMs) ?? STARTUP_MS)
    const life = { ...FROM_THE_FIRST, createdMs: nowMs, opensMs: nowMs + startupMs }
    const template = workload.templates.get(version) ?? resource
    const pod: Pod = { ...names, readyAtFirst: true, template, version, life, ready: false, readyMs: Infinity }
    workload.pods.push(pod)
    later(life.opensMs)
    onChange('starts', pod)
  }

  function stop(pod: Pod, nowMs: number): void {
    endLife(pod.life, nowMs, pod.template?.spec.rollout ?? {}, times.shutdownMs(pod, nowMs))
    later(pod.life.goneMs)
    onChange('stops', pod)
  }

  /** Kubelets: pods that are gone, probes that pass or fail. Whether anything changed. */
  function observe(workload: Workload, nowMs: number): boolean {
    const before = workload.pods
    workload.pods = before.filter(({ life }) => life.goneMs > nowMs)
    for (const pod of before) if (pod.life.goneMs <= nowMs) onChange('gone', pod)
    let isChanged = workload.pods.length < before.length
    for (const pod of staying(workload)) {
      const ready = pod.life.opensMs <= nowMs && (times.isReady(pod, nowMs) ?? pod.readyAtFirst)
      if (ready === pod.ready) continue
      isChanged = true
      pod.ready = ready
      pod.readyMs = ready ? nowMs : Infinity
      onChange(ready ? 'ready' : 'not-ready', pod)
      const minReadyMs = pod.template?.spec.rollout?.minReadyMs ?? 0
      if (ready && minReadyMs > 0) later(nowMs + minReadyMs)
    }
    return isChanged
  }

  /** Brings the present version, and each one before, to a size. Whether anything changed. */
  function resize(workload: Workload, sizes: ReadonlyMap<number, number>, nowMs: number): boolean {
    let isChanged = false
    for (const [version, size] of sizes) {
      const pods = staying(workload).filter(pod => pod.version === version)
      for (const pod of inOrderOfLeaving(pods).slice(0, Math.max(0, pods.length - size))) stop(pod, nowMs)
      for (let i = pods.length; i < size; i++) start(workload, nowMs)
      isChanged ||= pods.length !== size
    }
    return isChanged
  }

  function reconcile(workload: Workload, nowMs: number): boolean {
    const { resource, isThere, version } = workload
    if (!resource) return false
    const pods = staying(workload)
    const versions = [...new Set(pods.map(pod => pod.version))].sort((a, b) => a - b)
    const before = versions.filter(one => one !== version)
    const toNothing = before.map(one => [one, 0] as const)
    if (!isThere) return resize(workload, new Map([...toNothing, [version, 0]]), nowMs)
    if (resource.kind !== 'Deployment') return resizeAll(workload, nowMs)
    const { rollout = {} } = resource.spec
    if (rollout.strategy === 'Recreate') {
      if (before.length > 0) return resize(workload, new Map(toNothing), nowMs)
      // Pods that still stop keep the new ones waiting. Kubernetes, deployment/recreate.go, oldPodsRunning.
      if (workload.pods.some(pod => pod.version !== version)) return false
      return resize(workload, new Map([[version, workload.replicas]]), nowMs)
    }
    const sizeOf = (one: number) => {
      const own = pods.filter(pod => pod.version === one)
      return { size: own.length, available: own.filter(pod => isAvailable(pod, nowMs)).length }
    }
    const { replicas } = workload
    const next = nextSizes({
      replicas,
      limits: limitsOf(rollout, replicas),
      current: sizeOf(version),
      old: before.map(sizeOf),
    })
    const sizes = before.map((one, i) => [one, next.old[i] ?? 0] as const)
    return resize(workload, new Map([[version, next.current], ...sizes]), nowMs)
  }

  /** Others than Deployments leave their pods as they are, and only mind their number. */
  function resizeAll(workload: Workload, nowMs: number): boolean {
    const pods = staying(workload)
    for (const pod of inOrderOfLeaving(pods).slice(0, Math.max(0, pods.length - workload.replicas))) stop(pod, nowMs)
    for (let i = pods.length; i < workload.replicas; i++) start(workload, nowMs)
    return pods.length !== workload.replicas
  }

  return {
    obey(fleet, order) {
      const key = keyOf(order.kind === 'apply' ? order.resource : order.workload)
      const workload = fleet.get(key)
      if (order.kind === 'apply') {
        if (workload) change(workload, order.resource)
        else fleet.set(key, newWorkload(order.resource))
      } else if (!workload?.isThere) return
      else if (order.kind === 'delete') workload.isThere = false
      else if (order.kind === 'scale') workload.replicas = Math.min(order.replicas, MOST_REPLICAS)
      else if (workload.resource) toNewVersion(workload, workload.resource)
    },
    settle(workload, nowMs) {
      observe(workload, nowMs)
      while (reconcile(workload, nowMs)) observe(workload, nowMs)
    },
  }

  function change(workload: Workload, resource: WorkloadResource): void {
    const before = workload.resource
    workload.resource = resource
    workload.replicas = replicasOf(resource)
    if (workload.isThere && before && isSameTemplate(before, resource)) return
    workload.isThere = true
    toNewVersion(workload, resource)
  }
}

function toNewVersion(workload: Workload, resource: WorkloadResource): void {
  workload.version = Math.max(...workload.templates.keys(), 0) + 1
  workload.templates.set(workload.version, resource)
}

const replicasOf = ({ spec }: WorkloadResource): number => Math.min(Math.max(0, spec.replicas), MOST_REPLICAS)

const newWorkload = (resource: WorkloadResource): Workload => ({
  namespace: resource.namespace,
  name: resource.name,
  resource,
  isThere: true,
  replicas: replicasOf(resource),
  version: 0,
  templates: new Map([[0, resource]]),
  pods: [],
  nextIndex: 0,
})

/** Names never come again, but those of a StatefulSet do: the first that is free. */
function nameFor(workload: Workload, { kind, name }: WorkloadResource): string {
  if (kind !== 'StatefulSet') return `${name}-${String(workload.nextIndex++)}`
  const taken = new Set(workload.pods.map(pod => pod.name))
  for (let i = 0; ; i++) if (!taken.has(`${name}-${String(i)}`)) return `${name}-${String(i)}`
}
