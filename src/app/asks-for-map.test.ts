import { expect, test } from 'vitest'
import { toProxyId } from '../core/base/ids.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { asksForMap } from './asks-for-map.ts'

const from = (...names: readonly string[]): Traffic => ({
  seed: 1,
  clients: names.map(name => ({ id: name, proxy: toProxyId(name, 'shop'), ratePerSecond: 1, classes: [] })),
})

/** As a Scenario says, or as is assumed. */
const written = { client: { sends: { assumed: undefined } } }
const assumed = { client: { sends: { assumed: { because: 'Nothing says so.', writable: true } } } }

test('twenty services of which two call are seen from above, fewer or with one caller are not', () => {
  expect(asksForMap({ services: 20, traffic: from('web', 'api'), stage: written })).toBe(true)
  expect(asksForMap({ services: 19, traffic: from('web', 'api'), stage: written })).toBe(false)
  expect(asksForMap({ services: 500, traffic: from('web', 'web'), stage: written })).toBe(false)
})

test('twenty services of which nobody says who calls are seen from above, also where one caller is assumed', () => {
  expect(asksForMap({ services: 20, traffic: from('client'), stage: assumed })).toBe(true)
  expect(asksForMap({ services: 19, traffic: from('client'), stage: assumed })).toBe(false)
  expect(asksForMap({ services: 20, traffic: from(), stage: undefined })).toBe(false)
})
