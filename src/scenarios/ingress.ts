import type { Scenario } from './scenario.ts'

export const ingress: Scenario = {
  id: 'ingress',
  title: 'Ingress gateway',
  summary:
    'Requests from outside arrive at a gateway: two VirtualServices of one host are merged there, and the shop’s own page goes to v2 for one in five.',
  text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  selector:
    istio: ingressgateway
  servers:
  - port: { number: 80, name: http, protocol: HTTP }
    hosts: [shop.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: api
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http:
  - name: reviews
    match:
    - uri: { prefix: /api/reviews }
    route:
    - destination:
        host: reviews
  - name: old-api
    match:
    - uri: { prefix: /v1 }
    redirect:
      uri: /api/reviews
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http:
  - name: page
    route:
    - destination:
        host: shop
        subset: v1
      weight: 80
    - destination:
        host: shop
        subset: v2
      weight: 20
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: shop
spec:
  host: shop
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v2
    labels: { version: v2 }
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector: { app: shop }
  ports:
  - { name: http, port: 8000 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-v1
spec:
  replicas: 2
  selector:
    matchLabels: { app: shop, version: v1 }
  template:
    metadata:
      labels: { app: shop, version: v1 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-v2
spec:
  replicas: 1
  selector:
    matchLabels: { app: shop, version: v2 }
  template:
    metadata:
      labels: { app: shop, version: v2 }
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
  name: reviews
spec:
  replicas: 2
  selector:
    matchLabels: { app: reviews }
  template:
    metadata:
      labels: { app: reviews }
---
apiVersion: v1
kind: Service
metadata:
  name: istio-ingressgateway
  namespace: istio-system
spec:
  selector: { istio: ingressgateway }
  ports:
  - { name: http2, port: 80, targetPort: 8080 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: istio-ingressgateway
  namespace: istio-system
spec:
  replicas: 1
  selector:
    matchLabels: { istio: ingressgateway }
  template:
    metadata:
      labels: { istio: ingressgateway }
`,
}
