import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import type { PodTimes } from '../rollout/index.ts'
import type { Step } from '../scenario/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { playSteps } from './play-steps.ts'

const TEXT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 2, template: { metadata: { labels: { app: web } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec: { replicas: 1, template: { metadata: { labels: { app: worker } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web, subsets: [{ name: v1 }] }
`
const { resources } = createDecoder().decodeAll(createYamlParser().parse(TEXT))
const origin = resources[0]?.origin
if (!origin) throw new Error('nothing decoded')
const documents = (kind: string) => resources.flatMap(resource => (resource.kind === kind ? { resource, origin } : []))
const apply = (atMs: number, kind: string): Step => ({ kind: 'apply', atMs, documents: documents(kind), origin })

const seen = (steps: readonly Step[], times: Partial<PodTimes> = {}) =>
  play(steps, times).moments.map(({ atMs, label, mesh }) => ({
    atMs,
    label,
    rules: [mesh.virtualServices.length, mesh.destinationRules.length],
    pods: mesh.workloads.flatMap(({ pods }) => pods.map(({ name, ip, ready }) => `${name} ${ip}${ready ? '' : ' no'}`)),
  }))

function play(steps: readonly Step[], times: Partial<PodTimes> = {}) {
  const nothing = () => undefined
  const said = { isReady: nothing, moments: [], startupMs: nothing, shutdownMs: nothing, ...times }
  return playSteps({ resources, steps, times: said, isSameTemplate: (a, b) => a.spec.podLabels === b.spec.podLabels })
}

const PODS = ['web-0 10.1.0.1', 'web-1 10.1.0.2', 'worker-0 10.1.0.3']

test('what a step applies is not there before, what it deletes not after', () => {
  const gone: Step = { kind: 'delete', atMs: 900, documents: documents('DestinationRule'), origin }
  expect(seen([apply(500, 'VirtualService'), gone])).toEqual([
    { atMs: 0, label: '', rules: [0, 1], pods: PODS },
    { atMs: 500, label: 'VirtualService web applied', rules: [1, 1], pods: PODS },
    { atMs: 900, label: 'DestinationRule web deleted', rules: [1, 0], pods: PODS },
  ])
})

test('new pods are listed at once and ready once they have started; pods that stop are listed no more', () => {
  const scale = (atMs: number, replicas: number): Step => ({
    kind: 'scale',
    atMs,
    workload: { name: 'web', namespace: 'default' },
    replicas,
    origin,
  })
  const three = ['web-0 10.1.0.1', 'web-1 10.1.0.2', 'web-2 10.1.0.4', 'worker-0 10.1.0.3']
  const all = seen([scale(1000, 3), scale(9000, 1)])
  expect(all.map(({ atMs, label, pods }) => [atMs, label, ...pods])).toEqual([
    [0, '', ...PODS],
    [1100, 'web scaled to 3: web-2 starts', ...three.with(2, 'web-2 10.1.0.4 no')],
    [4100, 'web-2 ready', ...three],
    // The youngest first. They are still there, for a second, but on no list.
    [
      9100,
      'web scaled to 1: 2 pods stop',
      'web-0 10.1.0.1',
      'web-1 10.1.0.2 no',
      'web-2 10.1.0.4 no',
      'worker-0 10.1.0.3',
    ],
    [10_100, '2 pods gone', 'web-0 10.1.0.1', 'worker-0 10.1.0.3'],
  ])
})

test('readiness reaches the endpoints a moment later, but holds from the beginning where it is so at 0', () => {
  const readiness = (atMs: number, ready: boolean): Step => ({
    kind: 'readiness',
    atMs,
    ready,
    pods: [{ name: 'web-1', namespace: 'default', workload: 'web' }],
    origin,
  })
  const times: Partial<PodTimes> = {
    isReady: ({ name }, atMs) => (name === 'web-1' ? atMs >= 2000 : undefined),
    moments: [0, 2000],
  }
  const all = seen([readiness(0, false), readiness(2000, true)], times)
  expect(all.map(({ atMs, label, pods }) => [atMs, label, pods[1]])).toEqual([
    [0, '', 'web-1 10.1.0.2 no'],
    [2100, 'web-1 ready', 'web-1 10.1.0.2'],
  ])
})
