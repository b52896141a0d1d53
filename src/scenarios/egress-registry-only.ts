import type { Scenario } from './scenario.ts'

export const egressRegistryOnly: Scenario = {
  id: 'egress-registry-only',
  title: 'Egress under REGISTRY_ONLY',
  summary:
    'Only what the registry knows may be called: payments has a ServiceEntry that checkout sees, the one of rates is exported to its own namespace only, and its callers get 502.',
  text: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
spec:
  outboundTrafficPolicy:
    mode: REGISTRY_ONLY
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: payments
spec:
  hosts: [payments.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - { number: 8080, name: http, protocol: HTTP }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: rates
  namespace: platform
spec:
  hosts: [rates.example.com]
  exportTo: ["."]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - { number: 8080, name: http, protocol: HTTP }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: rates
spec:
  hosts: [rates.example.com]
  http:
  - name: all
    route:
    - destination:
        host: rates.example.com
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: checkout
spec:
  replicas: 1
  selector:
    matchLabels: { app: checkout }
  template:
    metadata:
      labels: { app: checkout }
`,
}
