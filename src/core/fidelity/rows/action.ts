import type { FieldUse, LedgerRow } from '../ledger-row.ts'

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

/** What a rule does with a request. */
export const ACTION_ROWS: readonly LedgerRow[] = [
  {
    area: 'action',
    behaviour: 'At a gateway plain HTTP is sent on to https where a server asks for it, whatever the client says',
    status: 'modelled',
    upstream: 'envoy source/common/router/config_impl.cc SslRedirectRoute',
    test: 'core/route/enter-gateway.test.ts',
  },
  {
    area: 'action',
    behaviour: 'A share is a weight of the weights’ sum, drawn once for a request',
    status: 'modelled',
    upstream: 'envoy source/common/router/weighted_cluster_specifier.cc',
    test: 'core/route/create-router.test.ts',
  },
  {
    area: 'action',
    behaviour: 'Delay and abort are drawn apart, before the request leaves',
    status: 'modelled',
    upstream: 'envoy source/extensions/filters/http/fault/fault_filter.cc',
    test: 'core/route/actions.test.ts',
  },
  {
    area: 'action',
    behaviour: 'A mirror gets a copy whose answer is dropped',
    status: 'simplified',
    differs: 'The copy’s own fate is not followed beyond the pod that gets it',
    upstream: 'envoy source/common/router/shadow_writer_impl.cc',
    test: 'core/route/actions.test.ts',
    uses: [
      { kind: 'VirtualService', path: 'spec.http.*.mirror' },
      { kind: 'VirtualService', path: 'spec.http.*.mirrors' },
    ],
  },
  {
    area: 'action',
    behaviour: 'Mirrors of one rule and the draw of its leg compare one and the same number of the request',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc shouldShadow',
    test: 'core/route/draw-copies.test.ts',
  },
  {
    area: 'action',
    behaviour: 'A mirrored copy says that it is from inside and came through the proxy’s own address',
    status: 'simplified',
    differs: 'The certificate that the copy’s own connection shows is not among its headers',
    upstream: 'envoy source/common/http/async_client_impl.cc AsyncStreamImpl::sendHeaders',
    test: 'core/route/headers/received-copy.test.ts',
    noPlace: 'Mirrors are told at their line already',
  },
  {
    area: 'action',
    behaviour: 'Redirects and direct responses are answered by the sidecar',
    status: 'modelled',
    upstream: 'envoy source/common/http/utility.cc newUri',
    test: 'core/route/actions.test.ts',
  },
  {
    area: 'action',
    behaviour: 'Rewrites of path and authority, by prefix or expression',
    status: 'modelled',
    upstream: 'envoy source/common/router/config_impl.cc finalizePathHeader',
    test: 'core/route/actions.test.ts',
  },
  {
    area: 'action',
    behaviour: 'Preflight requests are answered by the CORS filter',
    status: 'modelled',
    upstream: 'envoy source/extensions/filters/http/cors/cors_filter.cc',
    test: 'core/route/actions.test.ts',
  },
  {
    area: 'action',
    behaviour: 'Header operations of rule and leg, in Envoy’s order',
    status: 'modelled',
    upstream: 'envoy source/common/router/header_parser.cc',
    test: 'core/route/actions.test.ts',
  },
  {
    area: 'action',
    behaviour: 'Operators in header values speak of the request, its route and its answer',
    status: 'simplified',
    differs: 'Those on certificates, connections, clocks, sizes and the proxy’s own host stay empty',
    upstream: 'envoy source/common/formatter/stream_info_formatter.cc',
    test: 'core/route/headers/format-value.test.ts',
    uses: headerValues,
  },
  {
    area: 'action',
    behaviour: 'Filters, backends, time-outs and retries of an HTTPRoute; a backend that is not valid answers 500',
    status: 'modelled',
    upstream: 'istio pilot/pkg/config/kube/gateway/conversion.go convertHTTPRoute, buildDestination',
    test: 'core/compile/gateway-api/convert-routes.test.ts',
  },
]
