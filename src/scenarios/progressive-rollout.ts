import type { Scenario } from './scenario.ts'

export const progressiveRollout: Scenario = {
  id: 'progressive-rollout',
  title: 'A rollout, step by step',
  summary:
    'A canary grows from 10 to 50 to 100 %, step by step; then v2 is restarted: for a quarter of a second callers still send to a pod that has stopped, which costs some 503s. A preStop sleep would save them.',
  text: `apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: progressive-rollout
spec:
  seed: 7
  clients:
  - name: client
    from: client
    url: http://web/
    rate: 50/s
  steps:
  - at: 8s
    apply:
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: web
      spec:
        hosts: [web]
        http:
        - route:
          - destination: { host: web, subset: v1 }
            weight: 50
          - destination: { host: web, subset: v2 }
            weight: 50
  - at: 16s
    apply:
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: web
      spec:
        hosts: [web]
        http:
        - route:
          - destination: { host: web, subset: v2 }
  - at: 24s
    restart: deployment/web-v2
  presentation:
  - title: A canary is a pair of weights
    notes: 90 % stay, 10 % try v2. The measured share comes near the weights.
    at: 2s
    show: VirtualService/web
    fields: [spec.http.0.route.0.weight, spec.http.0.route.1.weight]
  - title: Raise it to 50
    notes: From 8 s on it says 50 and 50. Requests under way finish as they began.
    at: 7s
    show: Scenario/progressive-rollout
    fields:
    - spec.steps.0.apply.spec.http.0.route.0.weight
    - spec.steps.0.apply.spec.http.0.route.1.weight
  - title: All of it
    notes: No weight at all is 100 %. v1 still runs, so the way back is one line.
    at: 15s
    show: Scenario/progressive-rollout
    fields: [spec.steps.1.apply.spec.http.0.route.0.destination]
  - title: Now restart v2
    notes: Nothing about routes changes. Pods are replaced one after the other.
    at: 23s
    show: Scenario/progressive-rollout
    fields: [spec.steps.2.at, spec.steps.2.restart]
  - title: Some requests met a pod that had stopped
    notes: The proxy learns of it a quarter of a second late. A preStop sleep serves for so long.
    at: 34s
    show: Deployment/web-v2
    fields: [spec.template.spec.containers]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
spec:
  hosts: [web]
  http:
  - route:
    - destination: { host: web, subset: v1 }
      weight: 90
    - destination: { host: web, subset: v2 }
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
spec:
  host: web
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v2
    labels: { version: v2 }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
  - { name: http, port: 80 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-v1
spec:
  replicas: 2
  selector:
    matchLabels: { app: web, version: v1 }
  template:
    metadata:
      labels: { app: web, version: v1 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-v2
spec:
  replicas: 2
  selector:
    matchLabels: { app: web, version: v2 }
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  template:
    metadata:
      labels: { app: web, version: v2 }
    spec:
      containers:
      - name: web
        # Put this in, and nothing is lost:
        # lifecycle: { preStop: { sleep: { seconds: 5 } } }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: client
spec:
  replicas: 1
  selector:
    matchLabels: { app: client }
  template:
    metadata:
      labels: { app: client }
`,
}
