import type { Scenario } from './scenario.ts'

export const flakyPods: Scenario = {
  id: 'flaky-pods',
  title: 'Flaky pods',
  summary:
    'From the third second on one pod fails four times in five: its requests are tried again, it is ejected and comes back, and the small queue of v1 turns some away with 503 UO.',
  text: `apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: flaky-pods
spec:
  seed: 42
  clients:
  - name: productpage
    from: productpage
    url: http://reviews:9080/reviews/0
    rate: 50/s
  workloads:
  - name: reviews-v1
    latency: { p50: 60ms, p99: 300ms }
  - name: reviews-v2
    latency: 30ms
  - name: reviews-v1-0
    errors: 80%
    status: 503
    from: 3s
    to: 12s
  presentation:
  - title: Three pods, one of them will fail
    notes: Four connections to v1, two places to wait. A burst turns some away already.
    at: 1s
    show: DestinationRule/reviews
    fields: [spec.trafficPolicy.connectionPool]
  - title: One pod answers 503, four times in five
    notes: Each 5xx is tried again on another pod. The caller sees few of them.
    at: 3s
    show: Scenario/flaky-pods
    fields: [spec.workloads.2.errors, spec.workloads.2.status, spec.workloads.2.from]
  - title: Three errors in a row, and it is out
    notes: "Only this sidecar avoids it: Kubernetes still calls the pod ready."
    at: 3500ms
    show: DestinationRule/reviews
    fields:
    - spec.trafficPolicy.outlierDetection.consecutive5xxErrors
    - spec.trafficPolicy.outlierDetection.baseEjectionTime
  - title: What is left has to carry it
    notes: A queue of two is soon full. 503 UO is the sidecar's word.
    at: 6s
    show: DestinationRule/reviews
    fields: [spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests]
  - notes: The pod is well again from 12 s on. The small queue still turns some away.
    at: 25s
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
  trafficPolicy:
    connectionPool:
      tcp: { maxConnections: 4 }
      http: { http1MaxPendingRequests: 2 }
    outlierDetection:
      consecutive5xxErrors: 3
      interval: 1s
      baseEjectionTime: 5s
      maxEjectionPercent: 50
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v2
    labels: { version: v2 }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
  - route:
    - destination: { host: reviews, subset: v1 }
      weight: 80
    - destination: { host: reviews, subset: v2 }
      weight: 20
    retries:
      attempts: 2
      retryOn: 5xx
---
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector: { app: reviews }
  ports:
  - { name: http, port: 9080 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v1
spec:
  replicas: 3
  selector:
    matchLabels: { app: reviews, version: v1 }
  template:
    metadata:
      labels: { app: reviews, version: v1 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v2
spec:
  replicas: 2
  selector:
    matchLabels: { app: reviews, version: v2 }
  template:
    metadata:
      labels: { app: reviews, version: v2 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: productpage
spec:
  replicas: 1
  selector:
    matchLabels: { app: productpage }
  template:
    metadata:
      labels: { app: productpage }
`,
}
