import type { LedgerRow } from '../ledger-row.ts'

/** Which rule takes a request. */
export const MATCH_ROWS: readonly LedgerRow[] = [
  {
    area: 'match',
    behaviour: 'Rules are tried from the top, and the first that matches wins',
    status: 'modelled',
    upstream: 'envoy source/common/router/config_impl.cc getRouteFromRoutes',
    test: 'core/route/create-router.test.ts',
  },
  {
    area: 'match',
    behaviour: 'Rules below one without conditions are not sent to the proxy',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/route/route.go BuildHTTPRoutesForVirtualService',
    test: 'core/compile/http-routes.test.ts',
  },
  {
    area: 'match',
    behaviour: 'Paths match exactly, by prefix without regard to segments, or by a whole RE2 expression',
    status: 'modelled',
    upstream: 'envoy source/common/router/config_impl.cc PathRouteEntryImpl',
    test: 'core/route/match/match.test.ts',
  },
  {
    area: 'match',
    behaviour: 'Headers, absent headers, method, authority, scheme and query parameters match as Envoy’s matchers do',
    status: 'modelled',
    upstream: 'envoy source/common/http/header_utility.cc',
    test: 'core/route/match/match.test.ts',
  },
  {
    area: 'match',
    behaviour: 'Paths are normalized before any rule sees them',
    status: 'modelled',
    upstream: 'envoy source/common/http/path_utility.cc',
    test: 'core/route/normalize-path.test.ts',
  },
  {
    area: 'match',
    behaviour: 'sourceLabels, sourceNamespace, gateways and port are settled before Envoy hears of a rule',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/route/route.go sourceMatchHTTP',
    test: 'core/compile/http-routes.test.ts',
  },
  {
    area: 'match',
    behaviour: 'Headers that only Envoy may set are gone before rules look, and every request has an id by then',
    status: 'modelled',
    upstream: 'envoy source/common/http/conn_manager_utility.cc mutateRequestHeaders, cleanInternalHeaders',
    test: 'core/route/headers/received-request.test.ts',
  },
  {
    area: 'match',
    behaviour: 'HTTPRoutes attached to a Service become routes by precedence; several for one Service are one list',
    status: 'modelled',
    upstream: 'istio pilot/pkg/config/kube/gateway/route_collections.go mergeHTTPRoutes, sortHTTPRoutes',
    test: 'core/compile/gateway-api/convert-routes.test.ts',
  },
  {
    area: 'match',
    behaviour:
      'Listeners of one address and port are merged: HTTP beside bytes, bytes by address range and server name',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/listener.go buildSidecarOutboundListener',
    test: 'core/compile/listeners.test.ts',
  },
  {
    area: 'match',
    behaviour: 'VirtualServices’ tcp rules: subnets, port, source labels and namespace, gateways, weights',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/tls.go buildSidecarOutboundTCPFilterChainOpts',
    test: 'core/compile/listeners.test.ts',
  },
  {
    area: 'match',
    behaviour: 'VirtualServices’ tls rules, and server names of TLS ports without an address of their own',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/tls.go buildSidecarOutboundTLSFilterChainOpts',
    test: 'core/compile/listeners.test.ts',
  },
  {
    area: 'match',
    behaviour: 'A connection takes its filter chain by address, then server name, then whether it is plain HTTP',
    status: 'modelled',
    upstream: 'envoy source/common/listener_manager/filter_chain_manager_impl.cc findFilterChain',
    test: 'core/route/filter-chain.test.ts',
  },
]
