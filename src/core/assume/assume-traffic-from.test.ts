import { expect, test } from 'vitest'
import { toResourceKey } from '../base/ids.ts'
import type { ResourceKey } from '../base/ids.ts'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { assumeTrafficFrom } from './assume-traffic-from.ts'

const service = (name: string, namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\n` +
  `spec: {selector: {app: ${name}}, ports: [{name: http, port: 9080}]}\n`
const ROUTE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: default}
spec:
  hosts: [reviews]
  http:
    - match: [{uri: {prefix: /new}}]
      route: [{destination: {host: reviews}}]
    - route: [{destination: {host: reviews}}]
`
const REVIEWS_ROUTE = toResourceKey('VirtualService', 'default', 'reviews')
const REVIEWS = toResourceKey('Service', 'default', 'reviews')

function callsOf(texts: readonly string[], app: string, hidden: readonly ResourceKey[], namespace = 'default') {
  const resources = createDecoder().decodeAll(createYamlParser().parse(texts.join('---\n'))).resources
  const { clients } = assumeTrafficFrom({ name: app, namespace, labels: { app } }, resources, new Set(hidden))
  return clients.flatMap(({ proxy, classes }) =>
    classes.map(({ request }) => `${proxy} ${request.dialHost}:${String(request.dialPort)}${request.path}`),
  )
}

const BOTH = [service('reviews', 'default'), service('ratings', 'default')]

test('rules that it sees get a request each, Services beside them none', () => {
  expect(callsOf([...BOTH, ROUTE], 'curl', [])).toEqual(['curl.default reviews:9080/', 'curl.default reviews:9080/new'])
})

test('a Service beside them gets one where a DestinationRule has a policy for it', () => {
  const rule = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings, namespace: default}
spec: {host: ratings, trafficPolicy: {tls: {mode: DISABLE}}}
`
  expect(callsOf([...BOTH, ROUTE, rule], 'curl', [])).toContain('curl.default ratings:9080/')
})

test('a Service whose rules it cannot see is called plainly, from another namespace by its longer name', () => {
  expect(callsOf([...BOTH, ROUTE], 'curl', [REVIEWS_ROUTE], 'other')).toEqual(['curl.other reviews.default:9080/'])
})

test('where neither rules nor their Service can be seen, the Services that can are called', () => {
  expect(callsOf([...BOTH, ROUTE], 'curl', [REVIEWS_ROUTE, REVIEWS])).toEqual(['curl.default ratings:9080/'])
})

test('without rules every Service but its own is called', () => {
  expect(callsOf(BOTH, 'ratings', [])).toEqual(['ratings.default reviews:9080/'])
})

test('itself it calls where nothing else is left', () => {
  expect(callsOf([...BOTH, ROUTE], 'reviews', [])).toHaveLength(2)
})

test('a text where it sees nothing gives no traffic', () => {
  expect(callsOf([service('reviews', 'default')], 'curl', [REVIEWS])).toEqual([])
})
