interface KnownAnnotation {
  /** Kinds that it does something on. */
  readonly places: readonly string[]
  readonly isDeprecated: boolean
}

const OF_PODS = [
  ...['bypass-inbound-capture', 'dns-capture', 'redirection'].map(name => `ambient.istio.io/${name}`),
  'inject.istio.io/templates',
  ...['reroute-virtual-interfaces', 'rev'].map(name => `istio.io/${name}`),
  'prometheus.istio.io/merge-metrics',
  ...['config', 'overrides'].map(name => `proxy.istio.io/${name}`),
  ...['applicationPorts', 'failureThreshold', 'initialDelaySeconds', 'periodSeconds'].map(
    name => `readiness.status.sidecar.istio.io/${name}`,
  ),
  ...['agentLogLevel', 'bootstrapOverride', 'componentLogLevel', 'enableCoreDump', 'interceptionMode', 'logLevel'].map(
    toSidecar,
  ),
  ...['nativeSidecar', 'proxyCPU', 'proxyCPULimit', 'proxyImage', 'proxyImageType', 'proxyMemory'].map(toSidecar),
  ...['proxyMemoryLimit', 'rewriteAppHTTPProbers', 'statsCompression', 'statsEvictionInterval'].map(toSidecar),
  ...['statsFlushInterval', 'statsHistogramBuckets', 'status', 'userVolume', 'userVolumeMount'].map(toSidecar),
  'status.sidecar.istio.io/port',
  ...['excludeInboundPorts', 'excludeInterfaces', 'excludeOutboundIPRanges', 'excludeOutboundPorts'].map(toTraffic),
  ...['includeInboundPorts', 'includeOutboundIPRanges', 'includeOutboundPorts', 'kubevirtInterfaces'].map(toTraffic),
]

const OLD_OF_PODS = [
  ...['discoveryAddress', 'extraStatTags', 'inject', 'statsInclusionPrefixes', 'statsInclusionRegexps'].map(toSidecar),
  toSidecar('statsInclusionSuffixes'),
]

function toSidecar(name: string): string {
  return `sidecar.istio.io/${name}`
}

function toTraffic(name: string): string {
  return `traffic.sidecar.istio.io/${name}`
}

const on = (places: readonly string[], names: readonly string[], isDeprecated = false) =>
  names.map(name => [name, { places, isDeprecated }] as const)

/** Every annotation of Istio's with where it belongs. istio.io/api, annotation.AllResourceAnnotations. */
export const KNOWN_ANNOTATIONS: ReadonlyMap<string, KnownAnnotation> = new Map([
  ...on(['Pod'], OF_PODS),
  ...on(['Pod'], OLD_OF_PODS, true),
  ...on(['Any'], ['galley.istio.io/analyze-suppress', 'gateway.istio.io/controller-version']),
  ...on(
    ['Gateway'],
    ['name-override', 'service-account', 'tls-terminate-mode'].map(name => `gateway.istio.io/${name}`),
  ),
  ...on(['Gateway'], ['networking.istio.io/address-type', 'networking.istio.io/service-type']),
  ...on(['GatewayClass', 'Gateway'], ['ambient.istio.io/waypoint-inbound-binding']),
  ...on(
    ['WorkloadEntry'],
    ['autoRegistrationGroup', 'connectedAt', 'disconnectedAt', 'workloadController'].map(name => `istio.io/${name}`),
  ),
  ...on(['AuthorizationPolicy'], ['istio.io/dry-run']),
  ...on(['Ingress'], ['kubernetes.io/ingress.class']),
  ...on(['Service'], ['networking.istio.io/exportTo', 'traffic.istio.io/nodeSelector']),
  ...on(['Service', 'ServiceEntry'], ['networking.istio.io/traffic-distribution']),
  ...on(['Namespace'], ['topology.istio.io/controlPlaneClusters']),
  ...on(['Service'], ['alpha.istio.io/canonical-serviceaccounts', 'alpha.istio.io/kubernetes-serviceaccounts'], true),
])
