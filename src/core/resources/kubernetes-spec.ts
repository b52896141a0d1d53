import type { Labels } from './resource.ts'

export interface ServicePort {
  readonly name: string
  readonly number: number
  readonly targetPort: number | string
  readonly protocol: 'TCP' | 'UDP' | 'SCTP'
  readonly appProtocol: string | undefined
}

export interface ServiceSpec {
  /** `None` for a headless Service; undefined where the text gives none. */
  readonly clusterIp: string | undefined
  readonly type: string
  readonly externalName: string | undefined
  readonly selector: Labels | undefined
  readonly ports: readonly ServicePort[]
  /** Namespaces whose sidecars hear of it, from its annotation; absent: all. */
  readonly exportTo?: readonly string[]
}

export interface WorkloadSpec {
  readonly replicas: number
  /** Of a StatefulSet: the headless Service below which its pods have names. */
  readonly serviceName?: string
  readonly selector: Labels
  readonly podLabels: Labels
  readonly podAnnotations: Labels
  readonly containerPorts: readonly ContainerPort[]
  /** Name of the workload that owns it (a Deployment's ReplicaSet in a dump), if any. */
  readonly owner?: string
  /** Absent where the text says nothing of it. */
  readonly rollout?: RolloutSpec
}

/** How a workload's pods are replaced and stopped, as written; what is absent is as Kubernetes has it. */
export interface RolloutSpec {
  readonly strategy?: string
  /** A number of pods, or a share such as `25%`. */
  readonly maxSurge?: number | string
  readonly maxUnavailable?: number | string
  /** A pod counts as available when it has been ready for so long. */
  readonly minReadyMs?: number
  /** From being told to stop until it is killed. */
  readonly graceMs?: number
  /** What its containers sleep first. */
  readonly preStopMs?: number
}

export interface ContainerPort {
  readonly name: string | undefined
  readonly number: number
}

export interface PodSpec {
  readonly annotations: Labels
  /** From status.conditions; true where there is none. */
  readonly ready: boolean
  /** From status.podIP, if any. */
  readonly ip: string | undefined
  readonly containerPorts: readonly ContainerPort[]
  /** With `subdomain`, its name below the headless Service of that name. */
  readonly hostname?: string
  readonly subdomain?: string
  /** Name of the owning ReplicaSet, StatefulSet or DaemonSet, if any. */
  readonly owner: string | undefined
}
