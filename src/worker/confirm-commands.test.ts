import { expect, test } from 'vitest'
import { toProxyId } from '../core/base/ids.ts'
import { createPipeline } from '../core/pipeline/index.ts'
import { createSeededChance, parseRequest } from '../core/route/index.ts'
import { createAnswerer } from './answer.ts'
import { confirm } from './confirm-commands.ts'

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
`
const rules = (http: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec: { hosts: [reviews], http: [${http}] }
`
const to = (destination: string): string => SERVICE + rules(`{ route: [{ destination: { ${destination} } }] }`)

const EDGE = `---
apiVersion: v1
kind: Service
metadata: { name: edge }
spec: { selector: { istio: ingressgateway }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge }
spec: { template: { metadata: { labels: { istio: ingressgateway } } } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: reviews } }] }]
`

const CLUSTER = 'istioctl proxy-config cluster deploy/productpage -n default --fqdn reviews.default.svc.cluster.local'
const ROUTE = 'istioctl proxy-config route deploy/productpage -n default --name 9080 -o json'
const ENDPOINT = 'istioctl proxy-config endpoint deploy/productpage -n default --cluster'

test.each([
  [
    'no subset',
    to('host: reviews, subset: v3'),
    `${CLUSTER} --subset v3`,
    'Prints no rows while the subset is missing.',
  ],
  [
    'no port',
    to('host: reviews, port: { number: 1 }'),
    `${CLUSTER} --port 1`,
    'Prints no rows while no Service has this host and port.',
  ],
  [
    'no rule',
    SERVICE + rules('{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: reviews } }] }'),
    ROUTE,
    'No route of reviews.default.svc.cluster.local:9080 matches the request.',
  ],
  [
    'a pod',
    to('host: reviews'),
    `${ENDPOINT} "outbound|9080||reviews.default.svc.cluster.local"`,
    'Prints the pods that the proxy chooses from.',
  ],
  [
    'an answer of its own',
    SERVICE + rules('{ directResponse: { status: 204 } }'),
    ROUTE,
    'The route has a directResponse and no cluster.',
  ],
  [
    'refused routes',
    SERVICE + rules('{ directResponse: { status: 600 } }'),
    'istioctl proxy-status',
    'Prints that this proxy’s RDS is not in sync.',
  ],
  [
    'no sidecar',
    `${SERVICE}apiVersion: v1\nkind: Pod\nmetadata: { name: productpage, labels: { sidecar.istio.io/inject: "false" } }\n`,
    'kubectl get endpointslices -n default -l kubernetes.io/service-name=reviews',
    'Prints the pods that kube-proxy chooses from.',
  ],
])('%s', (_, text, command, note) => {
  const world = createPipeline().run(text)
  const proxy = toProxyId('productpage', 'default')
  const request = parseRequest({ url: 'http://reviews:9080/x' })
  if ('error' in request) throw new Error(request.error)
  const decision = world.routerFor(proxy).decide(request, createSeededChance(1))
  const [first] = confirm(proxy, request, decision, world.configFor(proxy))
  expect(first).toEqual({ command, note })
})

test('routes of a gateway are called after the port that its pods listen at', () => {
  const answer = createAnswerer()
  const run = answer({ kind: 'run', id: 1, text: SERVICE + EDGE, proxy: undefined, traffic: undefined, untilMs: 5000 })
  const lost = run.kind === 'picture' && run.picture.log.departures.find(({ course }) => course.outcome === 'nowhere')
  const number = lost ? lost.numbers[0] : undefined
  if (number === undefined) throw new Error('every request is taken')
  const told = answer({ kind: 'explain', id: 2, number })
  expect(told.kind === 'explanation' && told.explanation?.confirm[0]?.command).toBe(
    'istioctl proxy-config route deploy/edge -n default --name http.8080 -o json',
  )
})
