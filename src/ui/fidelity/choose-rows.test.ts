import { expect, test } from 'vitest'
import type { LedgerRow } from '../../core/fidelity/index.ts'
import { chooseRows, countByStatus } from './choose-rows.ts'

const row = (area: LedgerRow['area'], behaviour: string, status: LedgerRow['status']): LedgerRow => ({
  area,
  behaviour,
  status,
  upstream: 'istio pilot',
  uses: behaviour === 'c' ? [{ kind: 'EnvoyFilter' }] : [],
})
const LEDGER = [row('scope', 'a b', 'modelled'), row('policy', 'b', 'simplified'), row('scope', 'c', 'absent')]
const found = (status: LedgerRow['status'] | undefined, text: string) =>
  chooseRows(LEDGER, status, text).map(({ area, rows }) => `${area}: ${rows.map(one => one.behaviour).join(', ')}`)

test.each([
  [undefined, '', ['scope: a b, c', 'policy: b']],
  ['absent', '', ['scope: c']],
  [undefined, ' B ', ['scope: a b', 'policy: b']],
  [undefined, 'b a', ['scope: a b']],
  [undefined, 'scope b', ['scope: a b']],
  [undefined, 'envoyfilter', ['scope: c']],
  ['modelled', 'envoyfilter', []],
] as const)('%s %j', (status, text, expected) => {
  expect(found(status, text)).toEqual(expected)
})

test('counts every status', () => {
  expect(countByStatus(LEDGER)).toEqual({ modelled: 1, simplified: 1, absent: 1 })
})
