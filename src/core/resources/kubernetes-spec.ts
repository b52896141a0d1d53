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
