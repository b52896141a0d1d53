import type { Path } from '../base/origin.ts'

/** What a value at some place of a resource is the name of. */
export type Role =
  /** A Service's name, or a full host, of the resource's namespace. */
  | 'host'
  /** The same where traffic is sent to. */
  | 'destination'
  /** Hosts that a rule is for. */
  | 'own-host'
  /** `namespace/host`, as a Sidecar imports it. */
  | 'imported-host'
  /** Names a Service only if it is its full host; with or without `namespace/`. */
  | 'full-host'
  /** Definition: hosts of a ServiceEntry. */
  | 'defined-host'
  /** A Service by its name alone, of `namespace` beside it or its own. */
  | 'service'
  | 'url'
  | 'subset'
  /** Definition: a subset of the resource's host. */
  | 'defined-subset'
  | 'gateway'
  | 'own-gateway'
  | 'parent'
  | 'listener'
  | 'port'
  | 'host-port'
  | 'service-port'
  | 'namespace'
  | 'export'
  | 'secret'
  | 'delegate'
  | 'workload'
  | 'pod'
  | 'gateway-workload'
  | 'document'
  /** One of the conditions of a list, which commas part. */
  | 'retry-condition'
  /** Maps of labels: of the pods of the resource's host, of its namespace's, of all. */
  | 'host-labels'
  | 'namespace-labels'
  | 'labels'
  /** Definition: the resource itself. */
  | 'name'

type Table = Readonly<Record<string, Role>>

const below = (prefix: string, table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([path, role]) => [`${prefix}.${path}`, role]))

const DESTINATION: Table = { host: 'destination', subset: 'subset', 'port.number': 'port' }
const METADATA: Table = { 'metadata.name': 'name', 'metadata.namespace': 'namespace' }

const connectionRules = (list: string): Table => ({
  ...below(`spec.${list}.*.route.*.destination`, DESTINATION),
  ...below(`spec.${list}.*.match.*`, {
    'gateways.*': 'gateway',
    sourceLabels: 'labels',
    sourceNamespace: 'namespace',
  }),
})

const TRAFFIC_POLICY: Table = {
  'tls.credentialName': 'secret',
  'portLevelSettings.*.port.number': 'host-port',
  'portLevelSettings.*.tls.credentialName': 'secret',
}

const BACKEND: Table = { name: 'service', namespace: 'namespace', port: 'service-port' }
const ROUTE: Table = {
  ...below('spec.parentRefs.*', { name: 'parent', namespace: 'namespace', sectionName: 'listener' }),
  ...below('spec.rules.*.backendRefs.*', BACKEND),
  ...below('spec.rules.*.filters.*.requestMirror.backendRef', BACKEND),
}

const SELECTOR: Table = {
  'spec.selector.matchLabels': 'namespace-labels',
  'spec.targetRef.name': 'parent',
  'spec.targetRefs.*.name': 'parent',
}
const TEMPLATE: Table = { 'spec.serviceName': 'service', 'spec.template.spec.subdomain': 'service' }

/** Where names stand, by kind; a step `*` is any item of a list. */
const ROLES: Readonly<Record<string, Table>> = {
  VirtualService: {
    'spec.hosts.*': 'own-host',
    'spec.gateways.*': 'own-gateway',
    'spec.exportTo.*': 'export',
    ...connectionRules('http'),
    ...connectionRules('tcp'),
    ...connectionRules('tls'),
    ...below('spec.http.*.mirror', DESTINATION),
    ...below('spec.http.*.mirrors.*.destination', DESTINATION),
    'spec.http.*.retries.retryOn': 'retry-condition',
    'spec.http.*.delegate.name': 'delegate',
    'spec.http.*.delegate.namespace': 'namespace',
  },
  DestinationRule: {
    'spec.host': 'host',
    'spec.exportTo.*': 'export',
    'spec.subsets.*.name': 'defined-subset',
    'spec.subsets.*.labels': 'host-labels',
    'spec.workloadSelector.matchLabels': 'namespace-labels',
    ...below('spec.trafficPolicy', TRAFFIC_POLICY),
    ...below('spec.subsets.*.trafficPolicy', TRAFFIC_POLICY),
  },
  Gateway: {
    'spec.selector': 'labels',
    'spec.servers.*.hosts.*': 'full-host',
    'spec.servers.*.tls.credentialName': 'secret',
  },
  KubernetesGateway: {},
  ServiceEntry: {
    'spec.hosts.*': 'defined-host',
    'spec.exportTo.*': 'export',
    'spec.workloadSelector.labels': 'namespace-labels',
  },
  Sidecar: {
    'spec.workloadSelector.labels': 'namespace-labels',
    'spec.egress.*.hosts.*': 'imported-host',
    ...below('spec.outboundTrafficPolicy.egressProxy', DESTINATION),
  },
  PeerAuthentication: SELECTOR,
  RequestAuthentication: SELECTOR,
  Telemetry: SELECTOR,
  AuthorizationPolicy: {
    ...SELECTOR,
    'spec.rules.*.from.*.source.namespaces.*': 'namespace',
    'spec.rules.*.to.*.operation.hosts.*': 'full-host',
  },
  EnvoyFilter: {
    'spec.workloadSelector.labels': 'namespace-labels',
    'spec.configPatches.*.match.cluster.service': 'full-host',
    'spec.configPatches.*.match.cluster.subset': 'subset',
  },
  HTTPRoute: ROUTE,
  GRPCRoute: ROUTE,
  Service: { 'spec.selector': 'namespace-labels' },
  Deployment: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  ReplicaSet: TEMPLATE,
  Pod: { 'spec.subdomain': 'service' },
  Scenario: {
    'spec.clients.*.from': 'workload',
    'spec.clients.*.gateway': 'gateway-workload',
    'spec.clients.*.url': 'url',
    'spec.clients.*.requests.*.url': 'url',
    'spec.workloads.*.name': 'pod',
    'spec.steps.*.apply.*': 'document',
    'spec.steps.*.delete.*': 'document',
    'spec.steps.*.scale.name': 'workload',
    'spec.steps.*.restart': 'workload',
    'spec.presentation.*.show': 'document',
  },
}

/** The places of one kind as a tree, so that a resource is walked without looking at what has no role. */
export interface RoleTree {
  readonly role: Role | undefined
  readonly fields: ReadonlyMap<string, RoleTree>
}

interface Growing {
  role: Role | undefined
  readonly fields: Map<string, Growing>
}

function grow(table: Table): RoleTree {
  const root: Growing = { role: undefined, fields: new Map() }
  for (const [path, role] of Object.entries(table)) {
    let here = root
    for (const step of path.split('.')) {
      let next = here.fields.get(step)
      if (!next) here.fields.set(step, (next = { role: undefined, fields: new Map() }))
      here = next
    }
    here.role = role
  }
  return root
}

const TREES = new Map(Object.entries(ROLES).map(([kind, table]) => [kind, grow({ ...METADATA, ...table })]))
const UNKNOWN = grow(METADATA)

export const rolesOf = (kind: string): RoleTree => TREES.get(kind) ?? UNKNOWN

/** What stands at a path of a resource of some kind. */
export function roleAt(kind: string, path: Path): Role | undefined {
  let here: RoleTree | undefined = rolesOf(kind)
  for (const step of path) here = here?.fields.get(typeof step === 'number' ? '*' : step)
  return here?.role
}
