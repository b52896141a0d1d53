import { toDocumentId, toResourceKey } from '../../base/ids.ts'
import type {
  DestinationRuleResource,
  HttpDestination,
  HttpMatch,
  HttpRule,
  Labels,
  NamespaceResource,
  PodResource,
  Resource,
  ServicePort,
  ServiceResource,
  Subset,
  VirtualServiceResource,
  WorkloadResource,
} from '../../resources/index.ts'
import { EMPTY_MATCH, EMPTY_RULE, NO_HEADERS } from '../../resources/index.ts'

type Overrides<R extends Resource> = Partial<Omit<R, 'kind' | 'spec'>> & { readonly spec?: Partial<R['spec']> }

function meta(kind: string, apiVersion: string, name: string, overrides: { readonly namespace?: string }) {
  const namespace = overrides.namespace ?? 'default'
  return {
    key: toResourceKey(kind, namespace, name),
    apiVersion,
    name,
    namespace,
    labels: {},
    creationTimestamp: undefined,
    origin: { documentId: toDocumentId(1), path: [] },
  }
}

/** A VirtualService whose name is its first host. */
export function vs(
  hosts: readonly string[],
  http: readonly HttpRule[],
  overrides: Overrides<VirtualServiceResource> = {},
): VirtualServiceResource {
  return {
    ...meta('VirtualService', 'networking.istio.io/v1', overrides.name ?? hosts[0] ?? 'delegate', overrides),
    ...overrides,
    kind: 'VirtualService',
    spec: { hosts, gateways: [], exportTo: [], http, tcp: [], tls: [], ...overrides.spec },
  }
}

/** A rule that does nothing but what the overrides say. */
export const rule = (overrides: Partial<HttpRule> = {}): HttpRule => ({ ...EMPTY_RULE, ...overrides })

export const match = (overrides: Partial<HttpMatch> = {}): HttpMatch => ({ ...EMPTY_MATCH, ...overrides })

/** `reviews`, `reviews:v1` with a subset. */
export function to(target: string, weight?: number, overrides: Partial<HttpDestination> = {}): HttpDestination {
  const [host = '', subset] = target.split(':')
  return { destination: { host, subset, port: undefined }, weight, headers: NO_HEADERS, ...overrides }
}

/** A DestinationRule whose name is its host. */
export function dr(
  host: string,
  subsets: readonly Subset[] = [],
  overrides: Overrides<DestinationRuleResource> = {},
): DestinationRuleResource {
  return {
    ...meta('DestinationRule', 'networking.istio.io/v1', overrides.name ?? host, overrides),
    ...overrides,
    kind: 'DestinationRule',
    spec: { host, trafficPolicy: undefined, subsets, exportTo: [], workloadSelector: undefined, ...overrides.spec },
  }
}

/** A subset that selects by the label `version`, its own name. */
export const subset = (name: string, overrides: Partial<Subset> = {}): Subset => ({
  name,
  labels: { version: name },
  trafficPolicy: undefined,
  ...overrides,
})

/** A Service that selects `app: NAME`, with one port `http` 9080. */
export function service(name: string, overrides: Overrides<ServiceResource> = {}): ServiceResource {
  return {
    ...meta('Service', 'v1', name, overrides),
    ...overrides,
    kind: 'Service',
    spec: {
      clusterIp: undefined,
      type: 'ClusterIP',
      externalName: undefined,
      selector: { app: name },
      ports: [port('http', 9080)],
      ...overrides.spec,
    },
  }
}

export const port = (name: string, number: number, overrides: Partial<ServicePort> = {}): ServicePort => ({
  name,
  number,
  targetPort: number,
  protocol: 'TCP',
  appProtocol: undefined,
  ...overrides,
})

/** A Deployment with one replica and the labels `app: NAME`, or those given. */
export function deployment(
  name: string,
  labels: Labels = { app: name },
  overrides: Overrides<WorkloadResource> = {},
): WorkloadResource {
  return {
    ...meta('Deployment', 'apps/v1', name, overrides),
    ...overrides,
    kind: 'Deployment',
    spec: {
      replicas: 1,
      selector: labels,
      podLabels: labels,
      podAnnotations: {},
      containerPorts: [],
      ...overrides.spec,
    },
  }
}

export function pod(name: string, labels: Labels = {}, overrides: Overrides<PodResource> = {}): PodResource {
  return {
    ...meta('Pod', 'v1', name, overrides),
    labels,
    ...overrides,
    kind: 'Pod',
    spec: { annotations: {}, ready: true, ip: undefined, containerPorts: [], owner: undefined, ...overrides.spec },
  }
}

export function namespace(name: string, injection: boolean | undefined): NamespaceResource {
  return {
    ...meta('Namespace', 'v1', name, { namespace: '' }),
    kind: 'Namespace',
    spec: { injection },
  }
}
