import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { planCalls } from './callers.ts'

function callsIn(...documents: readonly string[]): readonly string[] {
  const { resources } = createDecoder().decodeAll(createYamlParser().parse(documents.join('---\n')))
  return planCalls(resources).map(
    ({ caller, target }) => `${caller.name}.${caller.namespace}${caller.exists ? '' : '?'} ${target.key}`,
  )
}

const service = (name: string, namespace = 'default') => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
`
const workload = (name: string, namespace = 'default', more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template: { metadata: { labels: { app: ${name}${more} } } }
`
const OUTSIDE = ', sidecar.istio.io/inject: "false"'
const ROUTE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviews } }] }] }
`
const rule = (host: string, namespace: string, spec: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${host}, namespace: ${namespace} }
spec: { host: ${host}, ${spec} }
`
const POLICY = 'trafficPolicy: { tls: { mode: DISABLE } }'

test('a workload without a sidecar that no Service selects calls, in the place of one that is only assumed', () => {
  expect(callsIn(service('reviews'), workload('reviews'), workload('legacy', 'default', OUTSIDE))).toEqual([
    'legacy.default Service default/reviews',
  ])
})

test('where there are rules, one inside the mesh calls too: outside none of them counts', () => {
  expect(callsIn(service('reviews'), ROUTE, workload('reviews'), workload('legacy', 'default', OUTSIDE))).toEqual([
    'client.default? VirtualService default/reviews',
    'legacy.default VirtualService default/reviews',
  ])
})

test('beside a caller with a sidecar it is another one; in another namespace it calls nobody', () => {
  const inside = [service('reviews'), workload('reviews'), workload('sleep')]
  expect(callsIn(...inside, workload('legacy', 'default', OUTSIDE))).toEqual([
    'sleep.default Service default/reviews',
    'legacy.default Service default/reviews',
  ])
  expect(callsIn(...inside, workload('legacy', 'other', OUTSIDE))).toEqual(['sleep.default Service default/reviews'])
})

test('one that a Service selects is called, not calling', () => {
  expect(callsIn(service('legacy'), workload('legacy', 'default', OUTSIDE))).toEqual([
    'client.default? Service default/legacy',
  ])
})

test('a Service without rules is called where a DestinationRule has a policy for it, not by itself', () => {
  const shop = [service('reviews'), workload('reviews'), ROUTE, workload('sleep')]
  const pay = [service('payment', 'pay'), workload('payment', 'pay')]
  const routed = 'sleep.default VirtualService default/reviews'
  expect(callsIn(...shop, ...pay, rule('payment', 'pay', 'subsets: []'))).toEqual([routed])
  expect(callsIn(...shop, ...pay, rule('payment', 'pay', POLICY))).toEqual([routed, 'client.pay? Service pay/payment'])
  expect(callsIn(...shop, ...pay, rule('payment', 'pay', POLICY), workload('teller', 'pay'))).toEqual([
    routed,
    'teller.pay Service pay/payment',
  ])
})

test('one that rules name is called by its rules only', () => {
  expect(callsIn(service('reviews'), workload('sleep'), ROUTE, rule('reviews', 'default', POLICY))).toEqual([
    'sleep.default VirtualService default/reviews',
  ])
})
