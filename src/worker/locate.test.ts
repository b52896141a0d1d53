import { expect, test } from 'vitest'
import { tallyAt } from '../scene/index.ts'
import { trafficAt } from '../state/problem-effects.ts'
import { createAnswerer } from './answer.ts'

/** Rule 1 takes a path in two ways and splits what it takes; every other request is answered 404 NR. */
const SPLIT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http:
  - match:
    - uri: { regex: /reports }
    fault: { delay: { percent: 10, fixedDelay: 1s } }
    route:
    - destination: { host: web }
      weight: 60
    - destination: { host: api }
      weight: 60
`

const effectsOf = (text: string): ReadonlyMap<string, string | undefined> => {
  const given = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 5000 })
  if (given.kind !== 'picture') throw new Error('no picture')
  const { diagnostics, log } = given.picture
  const tally = tallyAt(log.departures, 20_000)
  return new Map(diagnostics.map(one => [one.code, trafficAt(one, tally)]))
}

test('only what a request dies of has lost it: beside a rule for the rest that is missing nothing else has', () => {
  const effects = effectsOf(SPLIT)
  expect(effects.get('MX0102')).toMatch(/^\d+ requests lost$/)
  for (const code of ['MX0106', 'IST0002', 'MX0141']) {
    expect(effects.get(code), code).toMatch(/^\d+ requests pass here$/)
  }
})

test('weights that are no percentages lose nothing at a leg that leads nowhere; the missing subset does', () => {
  const effects = effectsOf(SPLIT.replace('{ host: api }', '{ host: web, subset: v9 }'))
  expect(effects.get('IST0101')).toMatch(/^\d+ requests lost$/)
  expect(effects.get('MX0106')).toMatch(/^\d+ requests pass here$/)
})
