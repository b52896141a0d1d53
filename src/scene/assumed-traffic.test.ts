import { expect, test } from 'vitest'
import { toProxyId } from '../core/base/ids.ts'
import { createPipeline } from '../core/pipeline/index.ts'
import { assumedTraffic } from './assumed-traffic.ts'
import { buildStage } from './build-stage.ts'
import { canWriteDown } from './stage.ts'
import * as canary from './testing/canary.ts'

const TEXT = canary.BROKEN + canary.deployment('web', 'v1', 1, 'web')
const SCENARIO = `---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: s }
spec:
  clients:
  - { name: w, from: web.default, url: "http://reviews:9080/", rate: 5/s }
`
const worldOf = (text: string) => createPipeline().run(text)
const WEB = toProxyId('web', 'default')

test('what a real workload sends is assumed where no Scenario says it, and can be written down', () => {
  const world = worldOf(TEXT)
  const [client] = world.traffic.clients
  if (!client) throw new Error('somebody calls')
  expect(assumedTraffic(world, client)).toEqual({ because: 'Nothing in the text says what it sends.', writable: true })
  const stage = buildStage(world, client.proxy, world.traffic)
  expect(stage.client.assumed).toBe('Nothing in the text says what it sends.')
  expect(canWriteDown(stage.client)).toBe(true)
})

test('nothing is assumed of the clients of a Scenario, nor of what the user sends', () => {
  const world = worldOf(TEXT + SCENARIO)
  const [client] = world.traffic.clients
  if (!client) throw new Error('somebody calls')
  expect(assumedTraffic(world, client)).toBeUndefined()
  expect(assumedTraffic(world, structuredClone(client))).toBeUndefined()
  expect(buildStage(world, WEB, world.traffic).client.assumed).toBeUndefined()
})

test('beside a Scenario what others send stays assumed: to write down what is assumed would not say it', () => {
  const world = worldOf(TEXT + SCENARIO)
  const reviews = toProxyId('reviews-v1', 'default')
  const traffic = world.trafficFrom(reviews)
  const stage = buildStage(world, reviews, traffic)
  expect(stage.client.assumed).toBe('The Scenario does not say what it sends.')
  expect(canWriteDown(stage.client)).toBe(false)
})
