import type { Scenario } from './scenario.ts'

export const sidecarHidesHost: Scenario = {
  id: 'sidecar-hides-host',
  title: 'A Sidecar hides a host',
  summary:
    'Pods of shop are told of their own namespace only: for reviews in namespace books their proxy has no route, and answers 502.',
  text: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: shop
spec:
  outboundTrafficPolicy:
    mode: REGISTRY_ONLY
  egress:
  - hosts:
    - ./*
    - istio-system/*
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
  namespace: shop
spec:
  hosts: [cart]
  http:
  - name: all
    route:
    - destination:
        host: cart
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts: [reviews.books.svc.cluster.local]
  http:
  - name: all
    route:
    - destination:
        host: reviews.books.svc.cluster.local
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: { app: cart }
  ports:
  - { name: http, port: 9080 }
---
apiVersion: v1
kind: Service
metadata:
  name: reviews
  namespace: books
spec:
  selector: { app: reviews }
  ports:
  - { name: http, port: 9080 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: shop
spec:
  replicas: 1
  selector:
    matchLabels: { app: frontend }
  template:
    metadata:
      labels: { app: frontend }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels: { app: cart }
  template:
    metadata:
      labels: { app: cart }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews
  namespace: books
spec:
  replicas: 1
  selector:
    matchLabels: { app: reviews }
  template:
    metadata:
      labels: { app: reviews }
`,
}
