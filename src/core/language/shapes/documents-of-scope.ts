import type { Shape } from './shape.ts'

/** Documents about who is known, who may speak and who calls. */
export const SCOPE_DOCUMENTS: readonly Shape[] = [
  {
    name: 'strict mTLS',
    says: 'Pods of the namespace take mTLS only.',
    body: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: <namespace:default>
spec:
  mtls:
    mode: STRICT`,
  },
  {
    name: 'outside service',
    says: 'A host outside the mesh that callers may know.',
    body: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: <name:payments>
spec:
  hosts:
  - <domain:api.example.com>
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - number: 443
    name: tls
    protocol: TLS`,
  },
  {
    name: 'what a namespace sees',
    says: 'A Sidecar: callers of the namespace are told of these hosts only.',
    body: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: <namespace:default>
spec:
  egress:
  - hosts:
    - ./*
    - istio-system/*`,
  },
  {
    name: 'scenario',
    says: 'Who calls, how pods behave, what changes when.',
    body: `apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: <name:play>
spec:
  clients:
  - from: <caller:productpage>
    url: http://<host:reviews>:<port:9080>/
    rate: <rate:50>/s
  workloads:
  - name: <workload:reviews-v2>
    errors: <errors:20>%
    from: <from:10s>`,
  },
]
