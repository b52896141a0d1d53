import type { Scenario } from './scenario.ts'

export const wrongOrder: Scenario = {
  id: 'wrong-order',
  title: 'The wrong order',
  summary:
    'A VirtualService is applied three seconds before the DestinationRule with its subset: for those three seconds every request gets 503 NC. The other way round none does.',
  text: `apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: wrong-order
spec:
  seed: 3
  clients:
  - name: client
    from: client
    url: http://web/
    rate: 50/s
  steps:
  - at: 6s
    apply: [VirtualService/web]
  - at: 9s
    apply: [DestinationRule/web]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
spec:
  hosts: [web]
  http:
  - route:
    - destination: { host: web, subset: v2 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
spec:
  host: web
  subsets:
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
  template:
    metadata:
      labels: { app: web, version: v2 }
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
