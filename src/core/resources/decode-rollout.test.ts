import { expect, test } from 'vitest'
import { createYamlParser } from '../yaml/index.ts'
import { createDecoder } from './decoder.ts'

function rolloutOf(spec: string) {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: ${spec}\n`
  const [resource] = createDecoder().decodeAll(createYamlParser().parse(text)).resources
  return resource?.kind === 'Deployment' ? resource.spec.rollout : 'none'
}

const container = (hook: string) => `{ template: { spec: { containers: [{ lifecycle: { preStop: ${hook} } }] } } }`

test.each([
  ['{ replicas: 2 }', undefined],
  ['{ strategy: { type: Recreate } }', { strategy: 'Recreate' }],
  ['{ strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 50% } } }', { maxSurge: 1, maxUnavailable: '50%' }],
  ['{ minReadySeconds: 5 }', { minReadyMs: 5000 }],
  ['{ template: { spec: { terminationGracePeriodSeconds: 60 } } }', { graceMs: 60_000 }],
  [container('{ sleep: { seconds: 5 } }'), { preStopMs: 5000 }],
  [container('{ exec: { command: [sleep, "10"] } }'), { preStopMs: 10_000 }],
  [container('{ exec: { command: [/bin/sh, -c, "sleep 2.5 && nginx -s quit"] } }'), { preStopMs: 2500 }],
  [container('{ exec: { command: [/drain] } }'), undefined],
])('%s', (spec, rollout) => {
  expect(rolloutOf(spec)).toEqual(rollout)
})
