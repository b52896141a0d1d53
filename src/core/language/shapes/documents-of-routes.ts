import type { Shape } from './shape.ts'

/** Documents that let requests in or hand them on. */
export const ROUTE_DOCUMENTS: readonly Shape[] = [
  {
    name: 'gateway and its rules',
    says: 'Lets requests from outside in and sends them to a Service.',
    body: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: <gateway:web>
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - <domain:shop.example.com>
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <gateway>
spec:
  hosts:
  - <domain>
  gateways:
  - <gateway>
  http:
  - route:
    - destination:
        host: <host:reviews>`,
  },
  {
    name: 'Gateway API split',
    says: 'A Gateway and an HTTPRoute that shares requests between two Services.',
    body: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: <gateway:web>
spec:
  gatewayClassName: istio
  listeners:
  - name: http
    port: 80
    protocol: HTTP
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: <gateway>
spec:
  parentRefs:
  - name: <gateway>
  rules:
  - backendRefs:
    - name: <host:reviews>
      port: <port:9080>
      weight: 90
    - name: <next:reviews-v2>
      port: <port>
      weight: 10`,
  },
  {
    name: 'delegated rules',
    says: 'One VirtualService leaves a path to another one, which has no hosts.',
    body: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <root:shop>
spec:
  hosts:
  - <host:reviews>
  http:
  - match:
    - uri:
        prefix: <path:/api/>
    delegate:
      name: <delegate:shop-api>
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <delegate>
spec:
  http:
  - route:
    - destination:
        host: <host>`,
  },
]
