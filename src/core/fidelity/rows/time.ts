import type { LedgerRow } from '../ledger-row.ts'
import { policyField } from '../places.ts'

/** What happens request after request. */
export const TIME_ROWS: readonly LedgerRow[] = [
  {
    area: 'time',
    behaviour: 'Retries go to another pod of the same cluster, after a pause that grows',
    status: 'modelled',
    upstream: 'envoy source/common/router/retry_state_impl.cc',
    test: 'cli/dynamics/dynamics.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Retries keep within a number or a budget of the requests under way',
    status: 'modelled',
    upstream: 'envoy source/common/upstream/resource_manager_impl.h RetryBudgetImpl',
    test: 'core/simulate/connection-pool.test.ts',
  },
  {
    area: 'time',
    behaviour: 'A request’s time-out runs over its tries and pauses, a try’s own while its pod works',
    status: 'modelled',
    upstream: 'envoy source/common/router/router.cc onResponseTimeout',
    test: 'cli/dynamics/dynamics.test.ts',
  },
  {
    area: 'time',
    behaviour:
      'Load balancers choose among ready pods: in turn, by requests in flight, at random, by weight, warming up',
    status: 'simplified',
    differs: 'Expected shares count every pod as likely as any other; what is simulated follows the algorithm',
    upstream: 'envoy source/extensions/load_balancing_policies',
    test: 'core/simulate/balancer.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Outlier detection takes failing pods out for a while',
    status: 'simplified',
    differs: 'Errors in a row only; a proxy has one worker',
    upstream: 'envoy source/common/upstream/outlier_detection_impl.cc',
    test: 'core/simulate/outlier-detector.test.ts',
  },
  {
    area: 'time',
    behaviour: 'A balancer learns of an ejection or a return at most once a second',
    status: 'modelled',
    upstream: 'envoy source/common/upstream/cluster_manager_impl.cc scheduleUpdate',
    test: 'core/simulate/delivery-window.test.ts',
  },
  {
    area: 'time',
    behaviour:
      'Connections are used again, the last idle one first, and closed by number, when idle, or with their pod',
    status: 'simplified',
    differs: 'HTTP/1.1 only; without an idleTimeout none is closed for being idle, where Envoy waits an hour',
    upstream: 'envoy source/common/conn_pool/conn_pool_base.cc onStreamClosed; source/common/http/codec_client.cc',
    test: 'core/simulate/connection-pool-close.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Circuit breakers turn requests away above their limits',
    status: 'simplified',
    differs:
      'HTTP/1.1 connections, opened in 0.2 ms; which of a burst comes first follows from the order of the clients',
    upstream: 'envoy source/common/conn_pool/conn_pool_base.cc newStreamImpl',
    test: 'core/simulate/connection-pool.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Requests arrive over virtual time and are drawn from a seed',
    status: 'simplified',
    differs: 'One in each interval, or by callers that wait for their answers',
    upstream: 'envoy source/common/http/conn_manager_impl.cc',
    test: 'core/simulate/simulation.test.ts',
  },
  {
    area: 'time',
    behaviour: 'What is applied reaches each proxy at a moment of its own, clusters before routes',
    status: 'simplified',
    differs: 'After 100 ms of quiet, at most 10 s; then 10 to 60 ms for each proxy, however large the mesh is',
    upstream: 'istio pilot/pkg/xds/discovery.go debounce',
    test: 'core/simulate/propagate.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Pods take their time: a constant, or lognormal through the 50th and the 99th percentile',
    status: 'simplified',
    differs: 'As a Scenario says, each answer by itself: a pod does not get slower when it has more to do',
    upstream: 'envoy source/common/router/upstream_request.cc',
    test: 'core/scenario/behaviour-of.test.ts',
  },
  {
    area: 'time',
    behaviour: 'Documents are applied and deleted, workloads scaled, and probes fail and pass while requests are sent',
    status: 'simplified',
    differs: 'When a Scenario says; a document has one text, so it can come and go, not change',
    upstream: 'kubernetes pkg/kubelet/prober/prober_manager.go',
    test: 'core/scenario/steps-of.test.ts',
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
]
