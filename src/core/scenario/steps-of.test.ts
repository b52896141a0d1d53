import { expect, test } from 'vitest'
import { readinessOf } from './readiness.ts'
import { absentAtFirst, stepsOf } from './steps-of.ts'
import type { Step } from './steps-of.ts'
import { stage } from './testing/play.ts'

/** `5000 apply VirtualService default/reviews` */
function brief(step: Step): string {
  switch (step.kind) {
    case 'apply':
    case 'delete':
      return `${step.atMs} ${step.kind} ${step.documents.map(({ resource }) => resource.key).join(', ')}`
    case 'scale':
      return `${step.atMs} scale ${step.workload.name}.${step.workload.namespace} to ${step.replicas}`
    case 'restart':
      return `${step.atMs} restart ${step.workload.name}.${step.workload.namespace}`
    case 'readiness':
      return `${step.atMs} ${step.ready ? 'ready' : 'unready'} ${step.pods.map(({ name }) => name).join(', ')}`
  }
}

function steps(spec: string): readonly Step[] {
  const { scenario, resources, mesh } = stage(spec)
  return stepsOf(scenario, resources, mesh)
}

test('what is applied, deleted and scaled, by time, each with the line behind it', () => {
  const all = steps(`  steps:
  - { at: 10s, delete: [destinationrule/reviews] }
  - { at: 5s, apply: [VirtualService/reviews, DestinationRule/reviews.default], scale: { name: reviews-v1, replicas: 5 } }
  - { at: 15s, scale: { name: sleep.prod, replicas: 0 } }
`)
  expect(all.map(brief)).toEqual([
    '5000 apply VirtualService default/reviews, DestinationRule default/reviews',
    '5000 scale reviews-v1.default to 5',
    '10000 delete DestinationRule default/reviews',
    '15000 scale sleep.prod to 0',
  ])
  const [apply] = all
  expect(apply?.origin.path).toEqual(['spec', 'steps', 1])
  expect(apply?.kind === 'apply' && apply.documents.map(({ origin }) => origin.path)).toEqual([
    ['spec', 'steps', 1, 'apply', 0],
    ['spec', 'steps', 1, 'apply', 1],
  ])
})

test('what is not there, and what has no time, is left out', () => {
  expect(
    steps(`  steps:
  - { at: 1s, apply: [VirtualService/nothing, Gateway/reviews, reviews, Scenario/flaky] }
  - { apply: [VirtualService/reviews] }
  - { at: 1s, scale: { name: nobody, replicas: 1 } }
  - { at: 1s, scale: { name: reviews-v1 } }
`),
  ).toEqual([])
})

test('a Deployment is restarted as kubectl names it; so is one of another namespace', () => {
  const all = steps(`  steps:
  - { at: 2s, restart: deployment/reviews-v2 }
  - { at: 1s, restart: sleep.prod }
  - { at: 3s, restart: deploy/nobody }
`)
  expect(all.map(brief)).toEqual(['1000 restart sleep.prod', '2000 restart reviews-v2.default'])
})

test('a document that a step holds replaces that of the text, and can be taken back or deleted by name', () => {
  const held = (kind: string) => `{ apiVersion: networking.istio.io/v1, kind: ${kind}, metadata: { name: reviews } }`
  const { scenario, resources, inSteps, mesh } = stage(`  steps:
  - { at: 1s, apply: ${held('VirtualService')} }
  - { at: 2s, apply: [VirtualService/reviews, ${held('Sidecar')}] }
  - { at: 3s, delete: [Sidecar/reviews] }
`)
  const all = stepsOf(scenario, resources, mesh, inSteps)
  expect(all.map(brief)).toEqual([
    '1000 apply VirtualService default/reviews',
    '2000 apply VirtualService default/reviews, Sidecar default/reviews',
    '3000 delete Sidecar default/reviews',
  ])
  const [first, second] = all.map(step => (step.kind === 'apply' ? step.documents[0]?.resource : undefined))
  expect([first, second]).toEqual([inSteps[0], resources.find(({ kind }) => kind === 'VirtualService')])
  // What stands in the text is there from the beginning.
  expect([...absentAtFirst(all)].filter(each => resources.includes(each))).toEqual([])
})

test('absent at first is what is applied before it is deleted', () => {
  const all = steps(`  steps:
  - { at: 5s, apply: [VirtualService/reviews] }
  - { at: 6s, delete: [DestinationRule/reviews, VirtualService/reviews] }
  - { at: 7s, apply: [DestinationRule/reviews] }
`)
  expect([...absentAtFirst(all)].map(({ key }) => key)).toEqual(['VirtualService default/reviews'])
})

test('readiness goes and comes back; a crash takes it too; a pod’s own entry wins', () => {
  const spec = `  workloads:
  - { name: reviews-v1, ready: false, from: 10s, to: 20s }
  - { name: reviews-v1-1, ready: true, from: 15s }
  - { name: reviews-v2, fails: crash, from: 12s, to: 14s }
  - { name: productpage, ready: false }
  - { name: sleep.prod, ready: true }
`
  expect(steps(spec).map(brief)).toEqual([
    '0 unready productpage-0',
    '10000 unready reviews-v1-0, reviews-v1-1',
    '12000 unready reviews-v2-0',
    '14000 ready reviews-v2-0',
    '15000 ready reviews-v1-1',
    '20000 ready reviews-v1-0',
  ])
  expect(steps(spec).map(({ origin }) => origin.path.at(-1))).toEqual([3, 0, 2, 2, 1, 0])
  const readiness = readinessOf(stage(spec).scenario)
  const at = (name: string, seconds: number) =>
    readiness({ name, namespace: 'default', workload: name.replace(/-\d$/, '') }, seconds * 1000)
  // Also of a pod that comes later, when its workload is scaled.
  expect([at('reviews-v1-7', 9), at('reviews-v1-7', 10), at('reviews-v1-1', 15)]).toEqual([undefined, false, true])
})
