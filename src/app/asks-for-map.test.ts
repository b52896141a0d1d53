import { expect, test } from 'vitest'
import { toProxyId } from '../core/base/ids.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { asksForMap } from './asks-for-map.ts'

const from = (...names: readonly string[]): Traffic => ({
  seed: 1,
  clients: names.map(name => ({ id: name, proxy: toProxyId(name, 'shop'), ratePerSecond: 1, classes: [] })),
})

test('twenty services of which two call are seen from above, fewer or with one caller are not', () => {
  expect(asksForMap({ services: 20, traffic: from('web', 'api') })).toBe(true)
  expect(asksForMap({ services: 19, traffic: from('web', 'api') })).toBe(false)
  expect(asksForMap({ services: 500, traffic: from('web', 'web') })).toBe(false)
})
