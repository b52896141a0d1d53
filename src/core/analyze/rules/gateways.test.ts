import { expect, test } from 'vitest'
import { applyEdits } from '../../base/text-range.ts'
import { createPipeline } from '../../pipeline/index.ts'
import { rangeOf } from '../../yaml/index.ts'

const SHOP = `apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { selector: { app: shop }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec: { selector: { matchLabels: { app: shop } }, template: { metadata: { labels: { app: shop } } } }
`
const gateway = (hosts: string, name = 'edge', tls = '') => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: infra }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ${hosts}${tls} }]
`
const routes = (gateways: string, hosts = '[shop.example.com]') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop }
spec:
  hosts: ${hosts}
  gateways: ${gateways}
  http: [{ route: [{ destination: { host: shop } }] }]
`
const front = (listener = '', name = 'front') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name} }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP${listener} }] }
`
const httpRoute = (parent: string, namespace = 'default') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: ${namespace} }
spec:
  parentRefs: [${parent}]
  hostnames: [shop.example.com]
  rules: [{ backendRefs: [{ name: shop, port: 80 }] }]
`
const otherRoute = (kind: string, parent: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: other }
spec: { parentRefs: [{ name: ${parent} }] }
`

/** Codes that are about gateways. */
const OURS = new Set(['IST0101', 'IST0132', 'MX0112', 'MX0113'])

function problemsOf(text: string) {
  const { diagnostics, parsed } = createPipeline().run(text)
  return diagnostics
    .filter(({ code }) => OURS.has(code))
    .map(({ code, origin, fix, detail }) => {
      const range = rangeOf(parsed, origin)
      return { says: `${code} ${text.slice(range?.start, range?.end)}`, fix, detail }
    })
}

interface Case {
  readonly name: string
  readonly text: string
  /** Each with the place that it is told at. */
  readonly says: readonly string[]
  readonly because?: string
  readonly fix?: string
}

const CASES: readonly Case[] = [
  { name: 'bound, and served', text: gateway('[shop.example.com]') + routes('[infra/edge]'), says: [] },
  { name: 'the mesh needs no Gateway', text: routes('[mesh]', '[shop]'), says: [] },
  { name: 'a wildcard server', text: gateway("['*.example.com']") + routes('[infra/edge]'), says: [] },
  {
    name: 'a wildcard VirtualService',
    text: gateway('[shop.example.com]') + routes('[infra/edge]', "['*']"),
    says: [],
  },
  {
    name: 'a server for the namespace',
    text: gateway('[default/shop.example.com]') + routes('[infra/edge]'),
    says: [],
  },
  {
    name: 'a server for its own namespace alone',
    text: gateway('[./shop.example.com]') + routes('[infra/edge]'),
    says: ['IST0132 infra/edge'],
    because: 'It serves no hosts for this namespace',
    fix: 'Let Gateway edge serve shop.example.com',
  },
  {
    name: 'a Gateway with other hosts',
    text: gateway('[www.example.com]') + routes('[infra/edge]'),
    says: ['IST0132 infra/edge'],
    because: 'It serves www.example.com',
    fix: 'Let Gateway edge serve shop.example.com',
  },
  {
    name: 'each Gateway by itself',
    text: gateway('[shop.example.com]') + gateway('[www.example.com]', 'back') + routes('[infra/edge, infra/back]'),
    says: ['IST0132 infra/back'],
    fix: 'Let Gateway back serve shop.example.com',
  },
  {
    name: 'no Gateway at all',
    text: routes('[edge]'),
    says: ['IST0101 edge', 'IST0132 edge'],
    because: 'is bound to default/edge, and nothing of that name is there',
  },
  {
    name: 'a slip in the name',
    text: gateway('[shop.example.com]') + routes('[infra/egde]'),
    says: ['IST0101 infra/egde', 'MX0113 name: edge', 'IST0132 infra/egde'],
    fix: 'Use infra/edge',
  },
  {
    name: 'the name of one in another namespace',
    text: gateway('[shop.example.com]') + routes('[edge]'),
    says: ['IST0101 edge', 'MX0113 name: edge', 'IST0132 edge'],
    because: 'write infra/edge',
    fix: 'Use infra/edge',
  },
  { name: 'a Kubernetes Gateway', text: front() + routes('[front]'), says: [] },
  {
    name: 'a Kubernetes Gateway whose listeners have other hosts',
    text: front(', hostname: www.example.com') + routes('[front]'),
    says: ['IST0132 front'],
  },
  { name: 'an HTTPRoute that is taken', text: front() + httpRoute('{ name: front }'), says: [] },
  { name: 'an HTTPRoute at a Service', text: httpRoute("{ group: '', kind: Service, name: shop }"), says: [] },
  {
    name: 'an HTTPRoute at a Service that is not there',
    text: httpRoute("{ group: '', kind: Service, name: nowhere }"),
    says: ["MX0112 { group: '', kind: Service, name: nowhere }"],
    because: 'Service nowhere does not exist in namespace default. It has no effect at all.',
  },
  {
    name: 'an HTTPRoute with a slip in its parent’s name',
    text: front() + httpRoute('{ name: frant }'),
    says: ['MX0112 { name: frant }', 'MX0113 name: front'],
    fix: 'Use front',
  },
  {
    name: 'an HTTPRoute away from its Gateway',
    text: front() + httpRoute('{ name: front }', 'web'),
    says: ['MX0112 { name: front }', 'MX0113 name: front'],
    because: 'Namespace default has a Gateway of that name.',
  },
  {
    name: 'a namespace that the listener does not allow',
    text: front() + httpRoute('{ name: front, namespace: default }', 'web'),
    says: ['MX0112 { name: front, namespace: default }'],
    because: 'Listener http allows no routes from namespace web',
  },
  {
    name: 'hostnames that no listener has',
    text: front(', hostname: www.example.com') + httpRoute('{ name: front }'),
    says: ['MX0112 { name: front }'],
    because: 'Its hostnames have none in common with www.example.com',
  },
  {
    name: 'a listener that is not there',
    text: front() + httpRoute('{ name: front, sectionName: https }'),
    says: ['MX0112 { name: front, sectionName: https }'],
    because: 'The Gateway has no listener https',
  },
  {
    name: 'one parent of two',
    text: front() + httpRoute('{ name: front }, { name: back }'),
    says: ['MX0112 { name: back }'],
    because: 'It has no effect there.',
  },
  {
    name: 'a Gateway of somebody else’s class',
    text: front().replace('istio', 'other') + httpRoute('{ name: front }'),
    says: ['MX0112 { name: front }'],
    because: 'Its class is other, not istio.',
  },
  { name: 'a Gateway alone', text: gateway('[shop.example.com]'), says: ['MX0113 name: edge'] },
  { name: 'a Kubernetes Gateway alone', text: front(), says: ['MX0113 name: front'] },
  { name: 'one of somebody else’s class alone', text: front().replace('istio', 'other'), says: [] },
  { name: 'a Gateway with a TLSRoute', text: front() + otherRoute('TLSRoute', 'front'), says: [] },
  {
    name: 'a TLSRoute of another Gateway',
    text: front() + otherRoute('TLSRoute', 'back'),
    says: ['MX0113 name: front'],
  },
  {
    name: 'a Gateway that sends all to https',
    text: gateway('[shop.example.com]', 'edge', ', tls: { httpsRedirect: true }'),
    says: [],
  },
  {
    name: 'the older name of a Gateway binds, though istioctl does not understand it',
    text: gateway('[shop.example.com]') + routes('[edge.infra.svc.cluster.local]'),
    says: ['IST0101 edge.infra.svc.cluster.local', 'IST0132 edge.infra.svc.cluster.local'],
  },
]

test.each(CASES)('$name', ({ text, says, because, fix }) => {
  const problems = problemsOf(SHOP + text)
  expect(problems.map(problem => problem.says)).toEqual(says)
  expect(problems[0]?.detail ?? '').toContain(because ?? '')
  expect(problems[0]?.fix?.title).toBe(fix)
})

test.each(CASES.filter(({ fix }) => fix !== undefined))('$name: repaired, nothing is left to say', ({ text }) => {
  const [problem] = problemsOf(SHOP + text)
  expect(problemsOf(applyEdits(SHOP + text, problem?.fix?.edits ?? []))).toEqual([])
})
