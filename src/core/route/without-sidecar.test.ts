import { expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import { createPipeline } from '../pipeline/index.ts'
import { accessLogLine, createSeededChance, enumerateOutcomes, parseRequest, stepWords } from './index.ts'

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: plain, labels: { istio-injection: disabled } }
---
`
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec:
  clusterIP: 10.96.0.11
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }]
---
`
const pod = (name: string, version: string, ready = true): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: reviews, version: ${version} } }
status: { podIP: 10.1.1.${name.slice(-1)}, conditions: [{ type: Ready, status: "${ready ? 'True' : 'False'}" }] }
---
`
const CALLER = `apiVersion: v1
kind: Pod
metadata: { name: curl, namespace: plain }
---
`
/** With a sidecar every request would be aborted. */
const RULES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - fault: { abort: { percentage: { value: 100 }, httpStatus: 500 } }
    route: [{ destination: { host: reviews, subset: v1 } }]
---
`
const DEFAULT = NAMESPACE + SERVICE + CALLER + RULES

function outcomesOf(text: string, url: string) {
  const request = parseRequest({ url })
  if ('error' in request) throw new Error(request.error)
  const router = createPipeline().run(text).routerFor(toProxyId('curl', 'plain'))
  const shares = enumerateOutcomes(router, request).map(({ probability, decision }) => {
    const { outcome, status, cluster, endpoint } = decision
    return [`${outcome} ${String(status)} ${cluster} ${endpoint?.pod ?? ''}`.trim(), Number(probability.toFixed(6))]
  })
  return { shares: Object.fromEntries(shares) as Record<string, number>, router, request }
}

test('each ready pod of the Service is as likely, whatever the rules say', () => {
  const text = DEFAULT + pod('r1', 'v1') + pod('r2', 'v2') + pod('r3', 'v2') + pod('r4', 'v2', false)
  expect(outcomesOf(text, 'http://reviews.default:9080/').shares).toEqual({
    'http 200 - r1': 0.333333,
    'http 200 - r2': 0.333333,
    'http 200 - r3': 0.333333,
  })
  expect(outcomesOf(text.replace('disabled', 'enabled'), 'http://reviews.default:9080/').shares).toMatchObject({
    'http 500 -': 1,
  })
})

test.each([
  ['no pod is ready', pod('r4', 'v1', false), 'http://reviews.default:9080/', 'no-listener 0 -'],
  ['the Service has no such port', pod('r1', 'v1'), 'http://reviews.default:80/', 'no-listener 0 -'],
  ['the name does not resolve', pod('r1', 'v1'), 'http://reviews:9080/', 'dns-failure 0 -'],
  ['a pod is dialled, ready or not', pod('r4', 'v1', false), 'http://10.1.1.4:9080/', 'http 200 - r4'],
  ['an address outside is dialled', pod('r1', 'v1'), 'http://192.0.2.1/', 'http 200 -'],
])('%s', (_, pods, url, outcome) => {
  expect(outcomesOf(DEFAULT + pods, url).shares).toEqual({ [outcome]: 1 })
})

test('the trace says that the VirtualService is not used, and no proxy logs', () => {
  const { router, request } = outcomesOf(DEFAULT + pod('r1', 'v1'), 'http://reviews.default:9080/')
  const { decision, trace } = router.explain(request, createSeededChance(1))
  expect(trace.map(stepWords).map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
    'reviews.default resolves: to 10.96.0.11',
    'No sidecar: VirtualService not used: kube-proxy sends the connection to a ready pod of reviews; no DestinationRule counts',
    '1 of 1 pod can answer: its only pod is ready',
    'Pod r1: of r1, at 10.1.1.1:9080',
    'Answered 200: by r1',
  ])
  expect(accessLogLine(request, decision, trace, 0)).toBeUndefined()
})
