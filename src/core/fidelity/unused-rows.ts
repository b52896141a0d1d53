import type { FieldUse, LedgerRow } from './ledger-row.ts'

/** A field of a traffic policy: of the whole rule, of a subset, or of a port of either. */
export function policyField(field: string): readonly FieldUse[] {
  return ['spec.trafficPolicy', 'spec.subsets.*.trafficPolicy'].flatMap(policy => [
    { kind: 'DestinationRule', path: `${policy}.${field}` },
    { kind: 'DestinationRule', path: `${policy}.portLevelSettings.*.${field}` },
  ])
}

/** A field that only the policy itself has, of the rule or of a subset. */
function wholePolicyField(field: string): readonly FieldUse[] {
  return ['spec.trafficPolicy', 'spec.subsets.*.trafficPolicy'].map(policy => ({
    kind: 'DestinationRule',
    path: `${policy}.${field}`,
  }))
}

const kinds = (...names: readonly string[]): readonly FieldUse[] => names.map(kind => ({ kind }))
const pods = (path: string): readonly FieldUse[] => [
  { kind: 'Pod', path },
  ...['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'].map(kind => ({ kind, path: `spec.template.${path}` })),
]

/** What a text can ask for and nothing here acts on, or hardly. */
export const UNUSED_ROWS: readonly LedgerRow[] = [
  {
    area: 'scope',
    behaviour: 'EnvoyFilters change what istiod generates',
    status: 'absent',
    differs: 'They are listed and not applied; a real proxy may behave quite differently',
    upstream: 'istio pilot/pkg/networking/core/envoyfilter',
    uses: kinds('EnvoyFilter'),
  },
  {
    area: 'scope',
    behaviour: 'Ambient mesh: ztunnel and waypoints carry requests',
    status: 'absent',
    differs: 'Proxies are sidecars and gateways; a pod without a sidecar is outside the mesh',
    upstream: 'istio pilot/pkg/networking/core/waypoint.go',
    uses: [
      { kind: 'Namespace', path: 'metadata.labels[istio.io/dataplane-mode]' },
      { kind: 'Namespace', path: 'metadata.labels[istio.io/use-waypoint]' },
      { kind: 'Service', path: 'metadata.labels[istio.io/use-waypoint]' },
      ...pods('metadata.labels[istio.io/dataplane-mode]'),
    ],
  },
  {
    area: 'scope',
    behaviour: 'MeshConfig sets defaults for the whole mesh',
    status: 'absent',
    differs: 'Istio’s own defaults hold: mTLS by itself, any outside host allowed, rules exported everywhere',
    upstream: 'istio pkg/config/mesh/mesh.go DefaultMeshConfig',
    uses: [{ kind: 'ConfigMap', path: 'data.mesh' }, ...kinds('IstioOperator', 'Istio')],
  },
  {
    area: 'endpoints',
    behaviour: 'Endpoints of other clusters and networks',
    status: 'absent',
    differs: 'One cluster, and one network that all pods share',
    upstream: 'istio pilot/pkg/model/network.go',
    uses: [
      { kind: 'Namespace', path: 'metadata.labels[topology.istio.io/network]' },
      { kind: 'ServiceEntry', path: 'spec.endpoints.*.network' },
      { kind: 'WorkloadEntry', path: 'spec.network' },
    ],
  },
  {
    area: 'endpoints',
    behaviour: 'Labels that istiod puts on endpoints by itself: cluster, network, node, region and zone',
    status: 'simplified',
    differs: 'There is one cluster, called Kubernetes, and one network; pods have no node, region and zone',
    upstream: 'istio pilot/pkg/serviceregistry/util/label/label.go AugmentLabels',
    test: 'core/compile/endpoints.test.ts',
    uses: [
      'topology.istio.io/cluster',
      'topology.istio.io/network',
      'topology.istio.io/subzone',
      'topology.kubernetes.io/region',
      'topology.kubernetes.io/zone',
      'kubernetes.io/hostname',
    ].map(label => ({ kind: 'DestinationRule', path: `spec.subsets.*.labels[${label}]` })),
  },
  {
    area: 'endpoints',
    behaviour: 'Endpoints that a text gives beside its pods',
    status: 'absent',
    differs: 'The pods of a Service are those that its selector finds',
    upstream: 'istio pilot/pkg/serviceregistry/kube/controller/endpointslice.go',
    uses: kinds('Endpoints', 'EndpointSlice'),
  },
  {
    area: 'policy',
    behaviour: 'AuthorizationPolicies allow and deny requests',
    status: 'absent',
    differs: 'Every request is allowed; no 403 comes from a policy',
    upstream: 'istio pilot/pkg/security/authz/builder/builder.go',
    uses: kinds('AuthorizationPolicy'),
  },
  {
    area: 'policy',
    behaviour: 'RequestAuthentications check tokens',
    status: 'absent',
    differs: 'Tokens are not looked at; no 401 comes from one, and no claim can be matched',
    upstream: 'istio pilot/pkg/security/authn/policy_applier.go',
    uses: kinds('RequestAuthentication'),
  },
  {
    area: 'scope',
    behaviour: 'Telemetry, tracing and access logs follow Telemetry resources',
    status: 'absent',
    differs: 'Traffic is the same with and without them; the access log shown is the usual one',
    upstream: 'istio pilot/pkg/model/telemetry.go',
    uses: kinds('Telemetry'),
  },
  {
    area: 'scope',
    behaviour: 'WasmPlugins and traffic extensions run in the proxy',
    status: 'absent',
    differs: 'No plugin runs; one may answer or change requests in a real proxy',
    upstream: 'istio pilot/pkg/model/extensions.go',
    uses: kinds('WasmPlugin', 'TrafficExtension'),
  },
  {
    area: 'scope',
    behaviour: 'ProxyConfigs set a proxy’s threads, image and environment',
    status: 'absent',
    differs: 'One worker thread of the usual image is assumed',
    upstream: 'istio pilot/pkg/model/proxy_config.go',
    uses: kinds('ProxyConfig'),
  },
  {
    area: 'scope',
    behaviour: 'TCPRoutes, TLSRoutes, UDPRoutes and GRPCRoutes of the Gateway API',
    status: 'absent',
    differs: 'They are listed and not used; HTTPRoutes are',
    upstream: 'istio pilot/pkg/config/kube/gateway/route_collections.go',
    uses: kinds('TCPRoute', 'TLSRoute', 'UDPRoute', 'GRPCRoute'),
  },
  {
    area: 'policy',
    behaviour: 'Backend policies of the Gateway API',
    status: 'absent',
    differs: 'TLS to backends and their load balancing stay as DestinationRules say',
    upstream: 'istio pilot/pkg/config/kube/gateway/backend_policies.go',
    uses: kinds('BackendTLSPolicy', 'XBackendTrafficPolicy', 'BackendTrafficPolicy'),
  },
  {
    area: 'scope',
    behaviour: 'Ingress resources give gateways routes',
    status: 'absent',
    differs: 'They are listed and not used',
    upstream: 'istio pilot/pkg/config/kube/ingress',
    uses: kinds('Ingress', 'IngressClass'),
  },
  {
    area: 'failure',
    behaviour: 'NetworkPolicies drop connections',
    status: 'absent',
    differs: 'Every pod can reach every other',
    upstream: 'kubernetes pkg/apis/networking',
    uses: kinds('NetworkPolicy'),
  },
  {
    area: 'policy',
    behaviour: 'A pod that joins is given its share of requests little by little',
    status: 'absent',
    differs: 'It gets its whole share at once',
    upstream: 'istio pilot/pkg/networking/core/cluster_traffic_policy.go setWarmup',
    uses: [...policyField('loadBalancer.warmup'), ...policyField('loadBalancer.warmupDurationSecs')],
  },
  {
    area: 'policy',
    behaviour: 'Connections may be tunnelled through a proxy',
    status: 'absent',
    differs: 'They go straight to their destination',
    upstream: 'istio pilot/pkg/networking/core/tunnelingconfig/apply.go',
    uses: wholePolicyField('tunnel'),
  },
  {
    area: 'policy',
    behaviour: 'A PROXY protocol header opens connections to the pods',
    status: 'absent',
    differs: 'Pods take connections with and without it',
    upstream: 'istio pilot/pkg/networking/core/cluster_traffic_policy.go applyUpstreamProxyProtocol',
    uses: wholePolicyField('proxyProtocol'),
  },
  {
    area: 'policy',
    behaviour: 'HTTP/1.1 requests may be upgraded to HTTP/2 on the way',
    status: 'absent',
    differs: 'Requests have no protocol version; they succeed either way',
    upstream: 'istio pilot/pkg/networking/core/cluster_traffic_policy.go applyH2Upgrade',
    uses: [
      ...policyField('connectionPool.http.h2UpgradePolicy'),
      ...policyField('connectionPool.http.useClientProtocol'),
    ],
  },
  {
    area: 'time',
    behaviour: 'Connections are closed by age, and kept alive',
    status: 'absent',
    differs: 'A connection stays until its pod, its limit of requests or its idleTimeout ends it',
    upstream: 'istio pilot/pkg/networking/core/cluster_traffic_policy.go applyConnectionPool',
    uses: [
      ...policyField('connectionPool.http.maxConcurrentStreams'),
      ...['tcpKeepalive', 'maxConnectionDuration'].flatMap(field => policyField(`connectionPool.tcp.${field}`)),
    ],
  },
  {
    area: 'endpoints',
    behaviour: 'A Service sends a client to the same pod, or to near ones, by itself',
    status: 'absent',
    differs: 'Without a sidecar any ready pod is as likely as any other',
    upstream: 'kubernetes pkg/proxy/iptables/proxier.go',
    uses: ['sessionAffinity', 'internalTrafficPolicy', 'trafficDistribution'].map(field => ({
      kind: 'Service',
      path: `spec.${field}`,
    })),
  },
  {
    area: 'endpoints',
    behaviour: 'A Service may count pods that are not ready',
    status: 'absent',
    differs: 'Only ready pods are sent anything',
    upstream: 'kubernetes pkg/controller/endpointslice',
    uses: [{ kind: 'Service', path: 'spec.publishNotReadyAddresses', holds: /^true$/ }],
  },
  {
    area: 'scope',
    behaviour: 'Pods on their node’s network get no sidecar, and have the node’s address',
    status: 'absent',
    differs: 'They are taken for pods like all others, with a sidecar and an address of their own',
    upstream: 'istio pkg/kube/inject/inject.go injectRequired',
    uses: pods('spec.hostNetwork').map(use => ({ ...use, holds: /^true$/ })),
  },
  {
    area: 'scope',
    behaviour: 'Annotations keep ports and addresses out of the sidecar',
    status: 'absent',
    differs: 'All that a pod with a sidecar sends and gets goes through it',
    upstream: 'istio tools/istio-iptables/pkg/capture/run.go',
    uses: [
      'excludeOutboundPorts',
      'excludeOutboundIPRanges',
      'includeOutboundPorts',
      'includeOutboundIPRanges',
      'excludeInboundPorts',
      'includeInboundPorts',
    ].flatMap(name => pods(`metadata.annotations[traffic.sidecar.istio.io/${name}]`)),
  },
]

/** Operators that stay empty here and have a value in a real proxy. */
const EMPTY_OPERATOR =
  /%(?:DOWNSTREAM_(?!LOCAL_PORT%)|UPSTREAM_(?!CLUSTER|HOST|REMOTE|PROTOCOL|REQUEST_ATTEMPT)|(?:START|EMIT)_TIME|\w*DURATION|HOSTNAME|\w+_ID\b|\w+_HEADERS_BYTES|DYNAMIC_METADATA|FILTER_STATE|METADATA|CEL)/

const headerValues: readonly FieldUse[] = ['spec.http.*.headers', 'spec.http.*.route.*.headers'].flatMap(headers =>
  ['request.set', 'request.add', 'response.set', 'response.add'].map(part => ({
    kind: 'VirtualService',
    path: `${headers}.${part}.*`,
    holds: EMPTY_OPERATOR,
  })),
)

/** Fields that rows of the other table speak of, by the row's words. */
export const FIELDS_OF_ROWS: Readonly<Record<string, readonly FieldUse[]>> = {
  'Locality and failover priorities': [
    ...policyField('loadBalancer.localityLbSetting'),
    ...policyField('loadBalancer.zoneAwareLbSetting'),
    { kind: 'ServiceEntry', path: 'spec.endpoints.*.locality' },
    { kind: 'WorkloadEntry', path: 'spec.locality' },
    { kind: 'VirtualService', path: 'spec.http.*.retries.retryRemoteLocalities' },
  ],
  'Health that a WorkloadEntry’s status tells': [{ kind: 'WorkloadEntry', path: 'status.conditions' }],
  'TLS between sidecars: what a DestinationRule asks for, what a PeerAuthentication takes': [
    'caCertificates',
    'caCrl',
    'subjectAltNames',
    'insecureSkipVerify',
  ].flatMap(field => policyField(`tls.${field}`)),
  'Servers take TLS with the certificates that they name': [
    { kind: 'Gateway', path: 'spec.servers.*.tls.credentialName' },
    { kind: 'Gateway', path: 'spec.servers.*.tls.credentialNames' },
    { kind: 'Gateway', path: 'spec.servers.*.tls.mode', holds: /^(?:AUTO_PASSTHROUGH|MUTUAL|OPTIONAL_MUTUAL)$/ },
  ],
  'Listeners of a Kubernetes Gateway take HTTPRoutes by hostname, namespace, port and section': [
    { kind: 'KubernetesGateway', path: 'spec.listeners.*.tls.certificateRefs' },
    { kind: 'KubernetesGateway', path: 'spec.listeners.*.allowedRoutes.namespaces.selector.matchExpressions' },
    ...kinds('ListenerSet', 'XListenerSet'),
  ],
  'An egress listener with a port of its own listens for the hosts that it imports': [
    { kind: 'Sidecar', path: 'spec.egress.*.port.protocol', holds: /^HTTP_PROXY$/i },
    { kind: 'Sidecar', path: 'spec.egress.*.bind', holds: /^unix:/ },
  ],
  'Host names behind STRICT_DNS and LOGICAL_DNS clusters are looked up by Envoy': [
    { kind: 'ServiceEntry', path: 'spec.resolution', holds: /^DNS/ },
  ],
  'Of a ServiceEntry with several addresses, one is a domain of its virtual host': [
    { kind: 'ServiceEntry', path: 'spec.addresses.1' },
  ],
  'consistentHash leads the same key to the very pod: ring or Maglev, by header, cookie, parameter or address':
    policyField('loadBalancer.consistentHash.httpCookie'),
  'Operators in header values speak of the request, its route and its answer': headerValues,
  'A mirror gets a copy whose answer is dropped': [
    { kind: 'VirtualService', path: 'spec.http.*.mirror' },
    { kind: 'VirtualService', path: 'spec.http.*.mirrors' },
  ],
  'A pod is ready as its Ready condition says': pods('spec.containers.*.readinessProbe'),
}
