import type { Scenario } from './scenario.ts'

export const mtlsDisagreement: Scenario = {
  id: 'mtls-disagreement',
  title: 'mTLS disagreement',
  summary:
    'A DestinationRule turns TLS off for backend, whose pods take mTLS only: each of its requests gets 503 UC. To legacy, whose pods have no sidecar, callers speak plain text without being asked.',
  text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: backend
spec:
  host: backend
  trafficPolicy:
    tls:
      mode: DISABLE
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
spec:
  mtls:
    mode: STRICT
---
apiVersion: v1
kind: Service
metadata:
  name: backend
spec:
  selector: { app: backend }
  ports:
  - { name: http, port: 9080 }
---
apiVersion: v1
kind: Service
metadata:
  name: legacy
spec:
  selector: { app: legacy }
  ports:
  - { name: http, port: 9080 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: backend
spec:
  replicas: 2
  selector:
    matchLabels: { app: backend }
  template:
    metadata:
      labels: { app: backend }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: legacy
spec:
  replicas: 1
  selector:
    matchLabels: { app: legacy }
  template:
    metadata:
      labels: { app: legacy, sidecar.istio.io/inject: "false" }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
spec:
  replicas: 1
  selector:
    matchLabels: { app: frontend }
  template:
    metadata:
      labels: { app: frontend }
`,
}
