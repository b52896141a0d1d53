import { expect, test } from 'vitest'
import { createPipeline } from '../pipeline/index.ts'
import { toProxyId } from '../base/ids.ts'
import type { ClusterName } from '../base/ids.ts'

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { clusterIP: 10.96.1.1, selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }, { name: http-b, port: 81, targetPort: 8081 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1 }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web, version: v1 } } } }
`
const rule = (policy: string, subset = ''): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web, trafficPolicy: ${policy}, subsets: [{ name: v1, labels: { version: v1 }${subset} }] }
`
const peer = (namespace: string, spec: string): string => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: p${String(spec.length)}, namespace: ${namespace} }
spec: ${spec}
`

/** What the cluster speaks, what its endpoint advertises and takes. */
function transport(text: string, port = 80, subset = ''): readonly (string | undefined)[] {
  const config = createPipeline()
    .run(SERVICE + text)
    .configFor(toProxyId('sleep', 'default'))
  const cluster = config.clusters.get(`outbound|${String(port)}|${subset}|web.default.svc.cluster.local` as ClusterName)
  const endpoint = cluster?.endpoints[0]
  return [cluster?.tls?.kind ?? 'plain', endpoint?.tlsMode, endpoint?.accepts]
}

const AUTO = ['auto', 'istio', 'both']

test.each([
  ['nothing said', '', AUTO],
  ['DISABLE', rule('{ tls: { mode: DISABLE } }'), ['plain', 'istio', 'both']],
  ['ISTIO_MUTUAL', rule('{ tls: { mode: ISTIO_MUTUAL } }'), ['istioMutual', 'istio', 'both']],
  ['SIMPLE', rule('{ tls: { mode: SIMPLE } }'), ['simple', 'istio', 'both']],
  ['a secret without a selector', rule('{ tls: { mode: SIMPLE, credentialName: s } }'), ['plain', 'istio', 'both']],
  [
    'a ConfigMap',
    rule('{ tls: { mode: SIMPLE, credentialName: "configmap://default/s" } }'),
    ['simple', 'istio', 'both'],
  ],
  ['the mesh is STRICT', peer('istio-system', '{ mtls: { mode: STRICT } }'), ['auto', 'istio', 'mtls']],
  ['the namespace is DISABLE', peer('default', '{ mtls: { mode: DISABLE } }'), ['plain', 'disabled', 'plaintext']],
  [
    'the namespace is DISABLE, the workload STRICT',
    peer('default', '{ mtls: { mode: DISABLE } }') +
      peer('default', '{ selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }'),
    ['plain', 'istio', 'mtls'],
  ],
  [
    'the workload inherits',
    peer('istio-system', '{ mtls: { mode: STRICT } }') +
      peer('default', '{ selector: { matchLabels: { app: web } }, portLevelMtls: { 8080: { mode: UNSET } } }'),
    ['auto', 'istio', 'mtls'],
  ],
  [
    'a port of the workload is DISABLE',
    peer('default', '{ selector: { matchLabels: { app: web } }, portLevelMtls: { 8080: { mode: DISABLE } } }'),
    ['auto', 'disabled', 'plaintext'],
  ],
  [
    'a selector in the root namespace does nothing',
    peer('istio-system', '{ selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }'),
    AUTO,
  ],
])('%s', (_, text, expected) => {
  expect(transport(text)).toEqual(expected)
})

test('a port without tls leaves the rule’s DISABLE in force for endpoints, a port with tls has its own', () => {
  const text = rule(
    '{ tls: { mode: DISABLE }, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }, { port: { number: 81 }, tls: { mode: ISTIO_MUTUAL } }] }',
  )
  expect(transport(text, 80)).toEqual(['auto', 'disabled', 'both'])
  expect(transport(text, 81)).toEqual(['istioMutual', 'istio', 'both'])
})

test('a subset’s tls stands in the place of the rule’s', () => {
  const text = rule('{ tls: { mode: DISABLE } }', ', trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }')
  expect(transport(text)[0]).toBe('plain')
  expect(transport(text, 80, 'v1')[0]).toBe('istioMutual')
})
