import type { Scenario } from './scenario.ts'

export const zeroReadyVersion: Scenario = {
  id: 'zero-ready-version',
  title: 'A version without ready pods',
  summary: 'The only pod of v2 is not ready, yet v2 has a weight of 20: one request in five gets 503 UH.',
  text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
  - name: canary
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 80
    - destination:
        host: reviews
        subset: v2
      weight: 20
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v2
    labels: { version: v2 }
---
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector:
    app: reviews
  ports:
  - name: http
    port: 9080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v1
spec:
  replicas: 2
  selector:
    matchLabels:
      app: reviews
      version: v1
  template:
    metadata:
      labels:
        app: reviews
        version: v1
---
apiVersion: v1
kind: Pod
metadata:
  name: reviews-v2-0
  labels:
    app: reviews
    version: v2
spec:
  containers:
  - name: reviews
    image: docker.io/istio/examples-bookinfo-reviews-v2:1.20.3
status:
  podIP: 10.244.0.42
  conditions:
  - type: Ready
    status: 'False'
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: productpage
spec:
  replicas: 1
  selector:
    matchLabels:
      app: productpage
      version: v1
  template:
    metadata:
      labels:
        app: productpage
        version: v1
---
apiVersion: v1
kind: Service
metadata:
  name: productpage
spec:
  selector:
    app: productpage
  ports:
  - name: http
    port: 9080
`,
}
