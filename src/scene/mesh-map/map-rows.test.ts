import { expect, test } from 'vitest'
import { mapRows } from './map-rows.ts'
import type { MeshMap } from './mesh-map.ts'

const node = (namespace: string, name: string) => ({
  id: `${namespace}/${name}`,
  name,
  group: namespace,
  ratePerSecond: 0,
  rules: 0,
})
const call = (from: string, to: string, ratePerSecond: number) => ({
  from,
  to,
  ratePerSecond,
  lostPerSecond: 0,
  share: 0,
  ways: [],
})
const hole = (at: string, to: string | undefined, label: string, ratePerSecond: number) =>
  ({ id: `${at} ${label}`, at, to, label, outcome: 'nowhere', ratePerSecond, share: 0 }) as const

/** web sends 100 and loses 10 of them in two ways; pay/b sends 40 to its own c, and 10 to nobody that is known. */
const map: MeshMap = {
  nodes: [node('web', 'a'), node('pay', 'b'), node('pay', 'c'), node('idle', 'z')],
  calls: [call('web/a', 'pay/b', 100), call('pay/b', 'pay/c', 40)],
  holes: [
    hole('web/a', 'pay/b', '503 NC', 4),
    hole('web/a', 'pay/b', '503 UH', 6),
    hole('pay/b', undefined, '502', 10),
  ],
  hidden: 0,
  unasked: 0,
}
const said = (rows: ReturnType<typeof mapRows>) =>
  rows.map(row => [row.name, row.members, row.ratePerSecond, row.lostShare, row.worst?.label])

test('namespaces: those that lose most first, with what comes to them and the share of what they send that is lost', () => {
  // Both lose 10 a second; pay gets 140, web gets nothing and sends 100.
  expect(said(mapRows(map, undefined))).toEqual([
    ['pay', 2, 140, 0.2, '502'],
    ['web', 1, 100, 0.1, '503 UH'],
    ['idle', 1, 0, 0, undefined],
  ])
})

test('the services of one namespace alike', () => {
  expect(said(mapRows(map, 'pay'))).toEqual([
    ['b', undefined, 100, 0.2, '502'],
    ['c', undefined, 40, 0, undefined],
  ])
})
