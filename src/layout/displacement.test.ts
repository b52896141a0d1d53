import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { host, trafficFor, worldText } from './testing/hosts.ts'
import type { Host } from './testing/hosts.ts'
import { movesBetween } from './testing/moves.ts'
import type { Move } from './testing/moves.ts'

const PHONE = { width: 390, height: 620, orientation: 'down' } as const
const WIDE = { width: 1040, height: 772, orientation: 'across' } as const
const TALL = { ...WIDE, height: 4000 }
/** What the first card's top gives way by, where the picture needs the height. */
const LIFT = 46

const stageOf = (hosts: readonly Host[], text: string = worldText(hosts)): Stage => {
  const traffic = trafficFor(hosts)
  return buildStage(canary.worldOf(text, traffic), canary.PRODUCTPAGE, traffic)
}

const ruled = host.map(each => ({ ...each, destinationRule: true }))
const hosts = fc.array(ruled, { minLength: 1, maxLength: 3 })
const NEW: Host = { rules: ['split'], catchAll: true, destinationRule: true, versions: 2, pods: 1 }

const forHosts = (check: (hosts: readonly [Host, ...Host[]]) => void): void => {
  fc.assert(
    fc.property(hosts, ([first, ...rest]) => {
      if (first) check([first, ...rest])
    }),
    { numRuns: 25, seed: 11 },
  )
}

const moved = (moves: ReadonlyMap<string, Move>, by: Move = { x: 0, y: 0 }): readonly string[] =>
  [...moves].filter(([, { x, y }]) => Math.hypot(x - by.x, y - by.y) > 0.01).map(([id]) => id)

describe('what an edit of the text moves', () => {
  test('a pod more, another weight, a comment: nothing at all', () => {
    forHosts(([first, ...rest]) => {
      const all = [first, ...rest]
      const before = stageOf(all)
      const text = worldText(all)
      const after = [
        stageOf([{ ...first, pods: first.pods + 1 }, ...rest]),
        stageOf(all, text.replaceAll('weight: 70', 'weight: 99').replaceAll('weight: 30', 'weight: 1')),
        stageOf(all, `# a note\n${text}`),
      ]
      for (const stage of after)
        for (const window of [PHONE, WIDE]) expect(moved(movesBetween(before, stage, window))).toEqual([])
    })
  })

  test('a host more at the end: nothing but what hangs beneath the client, which names more of what it asks for', () => {
    forHosts(all => {
      const [before, after] = [stageOf(all), stageOf([...all, NEW])]
      const beneath = new Set<string>(before.holes.filter(hole => hole.at === before.client.id).map(hole => hole.id))
      for (const window of [WIDE, TALL]) {
        const moves = movesBetween(before, after, window)
        const lift = moves.get(before.client.id) ?? { x: 0, y: 0 }
        expect(lift.x).toBe(0)
        expect(lift.y).toBeLessThanOrEqual(0)
        expect(lift.y).toBeGreaterThanOrEqual(window === TALL ? 0 : -LIFT)
        expect(moved(moves, lift).filter(id => !beneath.has(id))).toEqual([])
      }
    })
  })

  test('a subset more that nobody asks for: what stands under it in its column, by the height of a row', () => {
    forHosts(([first, ...rest]) => {
      const all = [first, ...rest]
      const last = `v${String(first.versions)}`
      const row = `  - { name: ${last}, labels: { version: ${last} } }\n`
      const before = stageOf(all)
      const after = stageOf(all, worldText(all).replace(row, `${row}  - { name: spare, labels: { version: spare } }\n`))
      const moves = movesBetween(before, after, TALL)
      expect([...moves.values()].filter(({ x, y }) => x !== 0 || y < 0)).toEqual([])
      expect(Math.max(...[...moves.values()].map(({ y }) => y))).toBeLessThanOrEqual(104.01)
      const above = [before.client.id, before.rules[0]?.id, before.subsets[0]?.id]
      expect(above.map(id => moves.get(id ?? ''))).toEqual(above.map(() => ({ x: 0, y: 0 })))
    })
  })

  test('a rule more at the end of a card: no rule before it, nothing sideways, nothing up, the rest by what it needs', () => {
    forHosts(([first, ...rest]) => {
      const all = [first, ...rest]
      const more: Host = { ...first, rules: [...first.rules, 'redirect'] }
      // The traffic stays as it is, so the new rule takes nothing.
      const [before, after] = [stageOf(all), stageOf(all, worldText([more, ...rest]))]
      const moves = movesBetween(before, after, TALL)
      expect([...moves.values()].filter(({ x, y }) => x !== 0 || y < -0.01)).toEqual([])
      const rows = before.rules[0]?.rows.slice(0, first.rules.length) ?? []
      expect(rows.map(row => moves.get(row.id))).toEqual(rows.map(() => ({ x: 0, y: 0 })))
      // 52 + 46 + 4 for the row and its leg.
      expect(Math.max(...[...moves.values()].map(({ y }) => y))).toBeLessThanOrEqual(102)
    })
  })

  test('a rule more that asks for subsets in use: they keep their order, nothing moves up, the rest by what it needs', () => {
    let checked = 0
    forHosts(([first, ...rest]) => {
      const all = [first, ...rest]
      const before = stageOf(all)
      const used = new Set(before.lanes.filter(({ kind }) => kind === 'split').map(({ to }) => to))
      const inUse = before.subsets[0]?.rows.filter(({ id, name }) => used.has(id) && /^v[12]$/.test(name)) ?? []
      for (const { name } of inUse) {
        const row = `  - match: [{ uri: { prefix: /${String(first.rules.length)} } }]\n    redirect: { uri: /elsewhere }\n`
        const text = worldText([{ ...first, rules: [...first.rules, 'redirect'] }, ...rest])
        const at = text.lastIndexOf(row, text.indexOf('kind: DestinationRule'))
        const route = row.replace(
          'redirect: { uri: /elsewhere }',
          `route: [{ destination: { host: reviews, subset: ${name} } }]`,
        )
        const after = stageOf(all, text.slice(0, at) + route + text.slice(at + row.length))
        checked++
        const moves = movesBetween(before, after, TALL)
        expect([...moves].filter(([, { x, y }]) => x !== 0 || y < -0.01)).toEqual([])
        expect(after.subsets[0]?.rows.map(({ id }) => id)).toEqual(before.subsets[0]?.rows.map(({ id }) => id))
        expect(Math.max(...[...moves.values()].map(({ y }) => y))).toBeLessThanOrEqual(102)
      }
    })
    expect(checked).toBeGreaterThan(15)
  })

  test('a rule of another host that asks for a subset: its own host keeps it, and stays where it is', () => {
    forHosts(([first, ...rest]) => {
      const all = [first, NEW, ...rest]
      const before = stageOf(all)
      const text = worldText(all)
      const rule =
        '  - match: [{ uri: { prefix: /0 } }]\n    route:\n    - { destination: { host: ratings, subset: v1 }'
      const other =
        '  - match: [{ uri: { prefix: /other } }]\n    route: [{ destination: { host: reviews, subset: v1 } }]\n'
      expect(text).toContain(rule)
      const after = stageOf(all, text.replace(rule, other + rule))
      const moves = movesBetween(before, after, TALL)
      const own = [before.rules[0]?.id, before.subsets[0]?.id]
      expect(own.map(id => moves.get(id ?? ''))).toEqual(own.map(() => ({ x: 0, y: 0 })))
    })
  })
})
