import type { Scenario } from './scenario.ts'

export const noCatchAll: Scenario = {
  id: 'no-catch-all',
  title: 'No catch-all rule',
  summary: 'The two rules take /login and /products; a request for any other path gets 404 NR.',
  text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: [shop]
  http:
  - name: login
    match:
    - uri: { prefix: /login }
    route:
    - destination:
        host: login
  - name: products
    match:
    - uri: { prefix: /products }
    route:
    - destination:
        host: products
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: products
  ports:
  - name: http
    port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: login
spec:
  selector:
    app: login
  ports:
  - name: http
    port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: login
spec:
  replicas: 1
  selector:
    matchLabels:
      app: login
  template:
    metadata:
      labels:
        app: login
---
apiVersion: v1
kind: Service
metadata:
  name: products
spec:
  selector:
    app: products
  ports:
  - name: http
    port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: products
spec:
  replicas: 2
  selector:
    matchLabels:
      app: products
  template:
    metadata:
      labels:
        app: products
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
`,
}
