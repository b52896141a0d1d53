/** How far something that Istio, Envoy or Kubernetes does is done here. */
export type Status = 'modelled' | 'simplified' | 'absent'

export interface LedgerRow {
  readonly behaviour: string
  readonly status: Status
  /** Where upstream does it; for `simplified`, what is different as well. */
  readonly upstream: string
  /** The test that holds us to it, below `src/core`; absent behaviour has none. */
  readonly test: string | undefined
}

const row =
  (status: Status) =>
  (behaviour: string, upstream: string, test?: string): LedgerRow => ({
    behaviour,
    status,
    upstream,
    test,
  })
const modelled = row('modelled')
const simplified = row('simplified')
const absent = row('absent')

/** What this engine does as upstream does, what it does more plainly, and what it leaves out. */
export const LEDGER: readonly LedgerRow[] = [
  modelled(
    'Short hosts mean a Service of the resource’s own namespace',
    'Istio, ResolveShortnameToFQDN',
    'mesh/hostname.test.ts',
  ),
  modelled(
    'Port names, appProtocol and known ports decide the protocol',
    'Istio, kube.ConvertProtocol',
    'mesh/protocol.test.ts',
  ),
  simplified(
    'Deployments, StatefulSets, ReplicaSets and DaemonSets stand for their pods',
    'Kubernetes controllers: pods are made up unless the text holds them',
    'mesh/workloads.test.ts',
  ),
  simplified(
    'Sidecar injection by namespace and pod',
    'Istio, pkg/kube/inject: namespaces without a label count as injected',
    'mesh/build-mesh.test.ts',
  ),
  modelled('Names that a pod resolves', 'Kubernetes DNS, search path of a pod', 'compile/dns.test.ts'),
  modelled(
    'Which VirtualServices a sidecar sees, by exportTo and age',
    'Istio, SelectVirtualServices',
    'compile/virtual-service-selection.test.ts',
  ),
  modelled(
    'Of two VirtualServices for one host the oldest counts',
    'Istio, buildVirtualHost',
    'compile/virtual-hosts.test.ts',
  ),
  modelled('Domains of a virtual host', 'Istio, generateVirtualHostDomains', 'compile/virtual-host-domains.test.ts'),
  modelled(
    'Delegated rules are merged into their root',
    'Istio, mergeVirtualServicesIfNeeded',
    'compile/delegates.test.ts',
  ),
  modelled(
    'A route for each match of each rule, in order',
    'Istio, BuildHTTPRoutesForVirtualService',
    'compile/http-routes.test.ts',
  ),
  modelled(
    'Source labels and namespaces choose rules per caller',
    'Istio, sourceMatchHTTP',
    'compile/http-routes.test.ts',
  ),
  modelled(
    'Where a DestinationRule is looked up',
    'Istio, PushContext.destinationRule',
    'compile/destination-rule-lookup.test.ts',
  ),
  modelled(
    'Policies of rule, subset and port, the nearest counts',
    'Istio, MergeTrafficPolicy',
    'compile/cluster-policy.test.ts',
  ),
  modelled(
    'Default retries and what retries are written as',
    'Istio, route/retry/retry.go',
    'compile/retry-policy.test.ts',
  ),
  modelled(
    'Weights, destinations and mirrors become weighted clusters',
    'Istio, applyHTTPRouteDestination',
    'compile/route-action.test.ts',
  ),
  modelled(
    'Whole answers agree with recorded ones of Istio and Envoy',
    'Istio 1.32 and its proxy, recorded corpus',
    'compile/conformance.test.ts',
  ),
  modelled(
    'What the API server and the webhook refuse',
    'Istio, validation.go; the CRDs’ schemas',
    'admission/admit.test.ts',
  ),
  modelled(
    'A virtual host is found by exact name, then the longest wildcard',
    'Envoy, config_impl.cc, findVirtualHost',
    'route/virtual-hosts.test.ts',
  ),
  modelled(
    'The first route that matches wins',
    'Envoy, config_impl.cc, getRouteFromRoutes',
    'route/create-router.test.ts',
  ),
  modelled(
    'Path, header and query matchers',
    'Envoy, config_utility.cc, header_utility.cc',
    'route/match/match.test.ts',
  ),
  modelled('Paths are normalized before they are matched', 'Envoy, path_utility.cc', 'route/normalize-path.test.ts'),
  modelled('A leg is drawn by weight', 'Envoy, weighted_cluster_specifier.cc', 'route/create-router.test.ts'),
  modelled(
    'A cluster that is not there answers 503 NC, an empty one 503 UH',
    'Envoy, router.cc, decodeHeaders',
    'route/create-router.test.ts',
  ),
  modelled('Delay and abort faults', 'Envoy, fault_filter.cc', 'route/actions.test.ts'),
  modelled('Mirrored copies', 'Envoy, router.cc, shadow policies', 'route/actions.test.ts'),
  modelled('Redirects and direct answers', 'Envoy, config_impl.cc, newUri', 'route/actions.test.ts'),
  modelled('CORS preflights', 'Envoy, cors_filter.cc', 'route/actions.test.ts'),
  modelled('Rewrites of path and authority', 'Envoy, config_impl.cc, finalizePathHeader', 'route/actions.test.ts'),
  simplified(
    'Tries after answers and resets, other hosts first',
    'Envoy, retry_state_impl.cc: pods answer as told, not by themselves',
    'route/try-endpoints.test.ts',
  ),
  simplified('Requests are sent evenly by each client', 'real callers send in bursts', 'simulate/simulate.test.ts'),
  simplified(
    'Pods share a cluster’s requests evenly, whatever the balancer',
    'Envoy, load_balancer_impl.cc',
    'route/create-router.test.ts',
  ),
  simplified(
    'Services, pods, callers and requests are assumed where the text has none',
    'no upstream: a short paste leaves them out',
    'assume/assume-resources.test.ts',
  ),
  simplified('Some findings of istioctl analyze', 'Istio, pkg/config/analysis/analyzers', 'analyze/analyze.test.ts'),
  absent('Outlier ejection', 'Envoy, outlier_detection_impl.cc'),
  absent('Limits on connections and requests', 'Envoy, resource_manager_impl.h'),
  absent('Panic threshold and locality weights', 'Envoy, load_balancer_impl.cc'),
  absent('Gateways and what comes in through them', 'Istio, gateway.go'),
  absent('ServiceEntry, WorkloadEntry and external services', 'Istio, serviceentry/controller.go'),
  absent('Sidecar resources that narrow what a proxy sees', 'Istio, model/sidecar.go'),
  absent('tcp and tls rules of a VirtualService', 'Istio, networking/core/tls.go'),
  absent('Authorization and mutual TLS', 'Istio, pilot/pkg/security'),
  absent('Kubernetes Gateway API', 'Istio, config/kube/gateway'),
  absent('EnvoyFilter', 'Istio, networking/core/envoyfilter'),
]
