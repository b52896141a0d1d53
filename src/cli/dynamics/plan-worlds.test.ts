import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseCaller } from '../caller.ts'
import { createOverlay } from '../conform/overlay.ts'
import { readText } from '../conform/read-corpus.ts'
import { planWorlds } from './plan-worlds.ts'
import { readTimedCases } from './read-cases.ts'

const overlay = createOverlay(readText(fileURLToPath(new URL('../cases/world.yaml', import.meta.url))))

/** At each moment who is in the list, `!` before those that are not ready. */
function plan(text: string) {
  const [one] = readTimedCases(`name: x\ntraffic: []\nservices: { web: { v1: 3, v2: 1 } }\n${text}`)
  if (!one) throw new Error('no case')
  const { routerFor, changes } = planWorlds(one, overlay)
  return [{ atMs: 0, routerFor }, ...changes].map(entry => {
    const { clusters } = entry.routerFor(parseCaller('sleep')).config
    const cluster = [...clusters.values()].find(({ name }) => name === 'outbound|80||web.default.svc.cluster.local')
    const pods = (cluster?.endpoints ?? []).map(({ address, pod, healthy }) => `${healthy ? '' : '!'}${pod} ${address}`)
    return { atMs: entry.atMs, lbPolicy: cluster?.lbPolicy, pods: pods.join(', ') }
  })
}

const ALL = 'web-v1-0 10.1.0.10, web-v1-1 10.1.0.11, web-v1-2 10.1.0.12, web-v2-0 10.1.0.13'

test('Deployments stand for their pods', () => {
  expect(plan('')).toEqual([{ atMs: 0, lbPolicy: 'LEAST_REQUEST', pods: ALL }])
})

test('pods keep their addresses, whoever is there', () => {
  const members = `membership:
- { at: 0s, without: [web-v1-0, web-v2-0] }
- { at: 500ms, unready: [web-v1-1] }
- { at: 1s }
`
  expect(plan(members).map(({ atMs, pods }) => [atMs, pods])).toEqual([
    [0, 'web-v1-1 10.1.0.11, web-v1-2 10.1.0.12'],
    [500, ALL.replace('web-v1-1', '!web-v1-1')],
    [1000, ALL],
  ])
})

test('nobody may be there at all', () => {
  const members = 'membership: [{ at: 0s, without: [web-v1-0, web-v1-1, web-v1-2, web-v2-0] }]\n'
  expect(plan(members).map(({ pods }) => pods)).toEqual([''])
})

test('what comes later takes the place of the first configuration', () => {
  const rule = (policy: string) =>
    `{ apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: { name: web }, spec: { host: web, trafficPolicy: { loadBalancer: { simple: ${policy} } } } }`
  const text = `config: '${rule('ROUND_ROBIN')}'\nlater: [{ at: 2s, config: '${rule('RANDOM')}' }]\n`
  expect(plan(text).map(({ atMs, lbPolicy }) => [atMs, lbPolicy])).toEqual([
    [0, 'ROUND_ROBIN'],
    [2000, 'RANDOM'],
  ])
})
