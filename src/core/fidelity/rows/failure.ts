import type { LedgerRow } from '../ledger-row.ts'
import { kinds } from '../places.ts'

/** How requests fail. */
export const FAILURE_ROWS: readonly LedgerRow[] = [
  {
    area: 'failure',
    behaviour: 'Two sides that disagree on TLS: a closed connection, or a handshake that fails and is retried',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc onUpstreamReset',
    test: 'core/route/transport.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'A port at which nothing listens',
    status: 'simplified',
    differs: 'A pod that declares ports is taken to listen at these alone; one that declares none listens everywhere',
    upstream: 'kubernetes core/v1 ContainerPort',
    test: 'core/route/transport.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'failure',
    behaviour: 'A cluster that does not exist is answered 503 NC by the caller’s own sidecar',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc decodeHeaders',
    test: 'core/route/create-router.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'A cluster without a healthy pod is answered 503 UH',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc sendNoHealthyUpstreamResponse',
    test: 'core/route/create-router.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'A request that no rule matches is answered 404 NR',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc decodeHeaders',
    test: 'core/route/create-router.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'Answers that Envoy makes itself carry edits, a content type, and gRPC’s status for gRPC callers',
    status: 'modelled',
    upstream: 'envoy source/common/http/utility.cc Utility::prepareLocalReply',
    test: 'core/route/own-answers.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'Envoy keeps its old routes where it refuses new ones',
    status: 'simplified',
    differs:
      'Without the steps of a Scenario refused routes are shown as a new proxy has them: none; those of other ports stay',
    upstream: 'envoy source/extensions/config_subscription/grpc/grpc_mux_impl.cc',
    test: 'core/compile/envoy-refusal.test.ts',
    noPlace: 'What is refused is a problem of its own at its line',
  },
  {
    area: 'failure',
    behaviour: 'A header that no request can have is not sent: the proxy answers itself',
    status: 'modelled',
    upstream: 'envoy source/common/http/http1/codec_impl.cc RequestEncoderImpl::encodeHeaders',
    test: 'core/route/headers/unsendable-name.test.ts',
  },
  {
    area: 'failure',
    behaviour: 'What istiod writes and Envoy refuses',
    status: 'simplified',
    differs:
      'Statuses out of bounds, unknown operators, names that are empty, sums of weights; of clusters, sizes of rings and server names',
    upstream: 'envoy api/envoy/config/route/v3/route_components.proto',
    test: 'core/compile/envoy-refusal.test.ts',
    noPlace: 'What is refused is a problem of its own at its line',
  },
  {
    area: 'failure',
    behaviour: 'Pods fail with a status, reset, refuse, hang or crash, for a share of their answers and for a time',
    status: 'simplified',
    differs:
      'As a Scenario says; a crash is a closed port and a failed probe, and nothing starts the pod again before `to`',
    upstream: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    test: 'core/scenario/behaviour-of.test.ts',
    noPlace: 'A Scenario is a document of this product, not of a cluster',
  },
  {
    area: 'failure',
    behaviour: 'NetworkPolicies drop connections',
    status: 'absent',
    differs: 'Every pod can reach every other',
    upstream: 'kubernetes pkg/apis/networking',
    uses: kinds('NetworkPolicy'),
  },
]
