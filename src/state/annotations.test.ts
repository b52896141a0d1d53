import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { tallyAt } from '../scene/index.ts'
import { createAnswerer } from '../worker/answer.ts'
import type { Explanation, Picture } from '../worker/protocol.ts'
import { hintsOf, idAt, verdictsOf } from './annotations.ts'

const text = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''
const answer = createAnswerer()
const picture = run()

function run(): Picture {
  const given = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return given.picture
}

function explain(outcome: string): Explanation {
  const number = picture.log.departures.find(one => one.course.outcome === outcome)?.numbers[0] ?? 0
  const given = answer({ kind: 'explain', id: 2, number })
  if (given.kind !== 'explanation' || !given.explanation) throw new Error(JSON.stringify(given))
  return given.explanation
}

const lineWith = (words: string) => text.split('\n').findIndex(line => line.includes(words)) + 1

describe('verdicts at the rules', () => {
  test('of a request that rule 2 took: skipped, matched, never reached', () => {
    const { stage } = picture
    if (!stage) throw new Error('there is a stage')
    const verdicts = verdictsOf(stage, picture.ranges, explain('nowhere'))
    const rows = stage.rules[0]?.rows ?? []
    expect(rows.map(row => verdicts.get(row.id)?.mark)).toEqual(['skipped', 'matched', 'never'])
    expect(verdicts.get(rows[0]?.id ?? '')?.reason).toMatch(/^skipped: .*end-user/)
    expect(rows.map(row => verdicts.get(row.id)?.short)).toEqual([
      'skipped: no header',
      'matched: takes all',
      'never reached',
    ])
  })

  test('of the earlier version of what is refused are the same, though its rules have no place in the text', () => {
    const own = createAnswerer()
    const ask = { kind: 'run', id: 1, opened: 0, proxy: undefined, traffic: undefined, untilMs: 20_000 } as const
    own({ ...ask, text })
    const given = own({ ...ask, text: text.replace('weight: 60', 'weight: -60') })
    const { stage, ranges, log } = given.kind === 'picture' ? given.picture : picture
    const number = log.departures.find(one => one.course.outcome === 'nowhere')?.numbers[0] ?? 0
    const told = own({ kind: 'explain', id: 2, number })
    if (!stage || told.kind !== 'explanation' || !told.explanation) throw new Error(JSON.stringify(told))
    const verdicts = verdictsOf(stage, ranges, told.explanation)
    expect(stage.rules[0]?.rows.map(row => verdicts.get(row.id)?.mark)).toEqual(['skipped', 'matched', 'never'])
  })
})

test('a rule that delegates does what the rules do that it names', () => {
  const route = 'route: [{ destination: { host: web } }]'
  const resource = (name: string, spec: string) =>
    `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name} }\nspec: ${spec}\n`
  const delegating =
    resource(
      'web',
      `{ hosts: [web], http: [{ match: [{ uri: { prefix: /a } }], delegate: { name: part } }, { ${route} }] }`,
    ) + resource('part', `{ http: [{ match: [{ uri: { prefix: /a/b } }], ${route} }, { ${route} }] }`)
  const own = createAnswerer()
  const given = own({ kind: 'run', id: 1, text: delegating, proxy: undefined, traffic: undefined, untilMs: 5000 })
  const { stage, ranges, log } = given.kind === 'picture' ? given.picture : picture
  const marksOf = (url: string) => {
    for (const { numbers } of log.departures) {
      const told = own({ kind: 'explain', id: 2, number: numbers[0] ?? 0 })
      if (told.kind !== 'explanation' || told.explanation?.url !== url || !stage) continue
      const verdicts = verdictsOf(stage, ranges, told.explanation)
      return stage.rules[0]?.rows.map(({ id }) => verdicts.get(id)?.mark)
    }
    return undefined
  }
  expect(marksOf('/a')).toEqual(['matched', 'skipped', 'matched', 'never'])
  expect(marksOf('/')).toEqual(['skipped', 'skipped', 'skipped', 'matched'])
})

describe('hints at the lines', () => {
  const tally = tallyAt(picture.log.departures, 60_000)
  const hints = hintsOf(text, picture, tally)

  test('stand where the weights do and add up to the rule', () => {
    const shares = ['weight: 60', 'weight: 40'].map(
      words => hints.find(hint => hint.line === lineWith(words))?.text ?? '',
    )
    const [first, second] = shares.map(share => Number.parseFloat(share))
    expect((first ?? 0) + (second ?? 0)).toBeCloseTo(100, 1)
    const taken = tally.counts.get(picture.stage?.rules[0]?.rows[1]?.id ?? '') ?? 0
    expect(shares[0]).toContain(`of ${String(taken)}`)
  })

  test('say at the missing subset what it costs', () => {
    const lost = tally.byOutcome.get('nowhere') ?? 0
    expect(hints).toContainEqual({
      line: lineWith('subset: v3'),
      text: `${String(lost)} requests lost`,
      short: `${String(lost)} lost`,
      tone: 'error',
    })
  })

  test('there are none before anything has landed', () => {
    expect(hintsOf(text, picture, tallyAt(picture.log.departures, 0))).toEqual([])
  })
})

test('the cursor is at the smallest thing whose YAML holds it', () => {
  const [, canary] = picture.stage?.rules[0]?.rows ?? []
  expect(idAt(picture.ranges, text.indexOf('weight: 40'))).toBe(canary?.legs[1]?.id)
  expect(idAt(picture.ranges, text.indexOf('name: canary'))).toBe(canary?.id)
  expect(idAt(picture.ranges, -1)).toBeUndefined()
})

test('a tcp or tls rule takes a connection; others of its VirtualService are skipped or never reached', () => {
  const istio = (kind: string, name: string, spec: string) =>
    `---\napiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
  const host = (name: string) => `${name}.partner.com`
  const entry = istio(
    'ServiceEntry',
    'partner',
    `{ hosts: [${host('a')}, ${host('b')}], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS, endpoints: [{ address: 192.0.2.1 }] }`,
  )
  const rule = (name: string, port: number) =>
    `{ match: [{ port: ${String(port)}, sniHosts: [${host(name)}] }], route: [{ destination: { host: ${host(name)}, subset: none } }] }`
  const rules = istio(
    'VirtualService',
    'partner',
    `{ hosts: [${host('a')}, ${host('b')}], tls: [${rule('a', 443)}, ${rule('b', 443)}, ${rule('b', 8443)}] }`,
  )
  const client = `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: client }\nspec: { template: { metadata: { labels: { app: client } } } }\n`
  const play = `---\napiVersion: meshscope/v1\nkind: Scenario\nspec: { clients: [{ from: client, url: "https://${host('b')}/b" }, { from: client, url: "https://${host('a')}/" }] }\n`
  const own = createAnswerer()
  const ask = { kind: 'run', id: 1, proxy: undefined, traffic: undefined, untilMs: 2000, opened: 0 } as const
  const given = own({ ...ask, text: entry + rules + client + play })
  if (given.kind !== 'picture' || !given.picture.stage) throw new Error('no stage')
  const { stage, ranges } = given.picture
  const told = Array.from({ length: 20 }, (_, i) => own({ kind: 'explain', id: 2, number: i + 1 })).flatMap(one =>
    one.kind === 'explanation' && one.explanation?.url === '/b' ? one.explanation : [],
  )[0]
  if (!told) throw new Error('no explanation')
  const verdicts = verdictsOf(stage, ranges, told)
  const rows = stage.rules.flatMap(card => card.rows)
  expect(rows.map(({ id }) => verdicts.get(id)?.reason)).toEqual([
    'skipped: rule 2 takes the connection',
    'matched: it takes the connection, and the bytes go on as they are',
    'never reached',
  ])
  expect(told.accessLog).toMatch(
    /^\[\d\.\d{3} s\] "- - -" 0 NC - - "-" 0 0 - - "-" "-" "-" "-" "-" - - [\d.]+:443 - b.partner.com -$/,
  )
})
