import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import { below } from '../base/origin.ts'
import { lineOf } from '../yaml/index.ts'
import { createPipeline, planRun, rangeIn } from './index.ts'
import type { World } from './index.ts'
import { randomMesh } from './testing/random-mesh.ts'

const RULES = (first: number | string, name = 'reviews') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts: [reviews]
  http:
  - route:
    - { destination: { host: reviews, subset: v1 }, weight: ${String(first)} }
    - { destination: { host: reviews, subset: v2 }, weight: 10 }
`
const SUBSETS = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets:
  - { name: v1, labels: { version: v1 } }
  - { name: v2, labels: { version: v2 } }
`
const textOf = (...documents: readonly string[]) => documents.join('---\n')

/** Each text is an edit of the one before. */
function edit(...texts: readonly string[]): readonly World[] {
  const pipeline = createPipeline()
  const worlds: World[] = []
  for (const text of texts) worlds.push(pipeline.run(text, worlds.at(-1)?.stored))
  return worlds
}

const last = (worlds: readonly World[]): World => {
  const world = worlds.at(-1)
  if (!world) throw new Error('no world')
  return world
}

/** The weights in force of each VirtualService, in their order. */
const weights = ({ mesh }: World) =>
  mesh.virtualServices.map(({ spec }) => spec.http.flatMap(({ route }) => route.map(({ weight }) => weight)))

const refusals = ({ diagnostics }: World) => diagnostics.filter(({ code }) => code === 'REFUSED')

const GOOD = textOf(RULES(90), SUBSETS)
const BAD = textOf(RULES(-5), SUBSETS)

describe('what was accepted and is refused', () => {
  test('goes on as it was, and the diagnostic says so', () => {
    const [before, now] = edit(GOOD, BAD)
    expect(now && weights(now)).toEqual([[90, 10]])
    expect(now?.mesh).toBe(before?.mesh)
    expect([...(now?.refused ?? [])].map(({ key }) => key)).toEqual(['VirtualService default/reviews'])
    expect(now && refusals(now)).toMatchObject([
      { isKept: true, detail: expect.stringContaining('It is refused; the cluster keeps what it had.') as string },
    ])
  })

  test('is replaced by what is accepted next', () => {
    const world = last(edit(GOOD, BAD, textOf(RULES(40), SUBSETS)))
    expect(weights(world)).toEqual([[40, 10]])
    expect([...world.kept]).toEqual([])
    expect(refusals(world)).toEqual([])
  })

  test('goes on over one refused version after the other', () => {
    expect(weights(last(edit(GOOD, BAD, textOf(RULES('many'), SUBSETS), textOf(RULES(-6), SUBSETS))))).toEqual([
      [90, 10],
    ])
  })

  test('is deleted with its document, and does not come back', () => {
    expect(weights(last(edit(GOOD, BAD, SUBSETS)))).toEqual([])
    const again = last(edit(GOOD, BAD, SUBSETS, BAD))
    expect(weights(again)).toEqual([])
    expect(refusals(again)[0]?.detail).toContain('The whole VirtualService takes no part.')
  })

  test('is another resource under another name', () => {
    expect(weights(last(edit(GOOD, textOf(RULES(-5, 'others'), SUBSETS))))).toEqual([])
  })

  test('goes on after a text that cannot be read', () => {
    expect(weights(last(edit(GOOD, `${GOOD}---\na: [`, BAD)))).toEqual([[90, 10]])
  })

  test('is found where the refused document has its name', () => {
    const world = last(edit(GOOD, `# a remark\n---\n${BAD}`))
    const [rules] = world.mesh.virtualServices
    const range = rules && rangeIn(world, below(rules.origin, 'spec', 'http', 0, 'route', 1))
    expect(world.parsed.text.slice(range?.start, range?.end)).toBe('name: reviews')
    expect(lineOf(world.parsed.text, range?.start ?? 0)).toBe(6)
  })

  test('has nothing said at it that the text does not hold, and no repair', () => {
    const broken = GOOD.replace(/ {2}- \{ name: v2.*\n/, '')
    const [before, now] = edit(broken, broken.replace('weight: 90', 'weight: -5'))
    expect(before?.diagnostics.map(({ code }) => code)).toContain('IST0101')
    const ours = now?.diagnostics.filter(({ origin }) =>
      now.parsed.documents.every(({ id }) => id !== origin.documentId),
    )
    expect(ours).toEqual([])
  })
})

test('what is refused at first takes no part', () => {
  const world = last(edit(BAD))
  expect(weights(world)).toEqual([])
  expect(refusals(world)[0]).not.toHaveProperty('isKept')
})

describe('two documents of one resource', () => {
  test('of which one is accepted: nothing is kept', () => {
    const world = last(edit(textOf(RULES(90), SUBSETS, RULES(80)), textOf(RULES(70), SUBSETS, RULES(-5))))
    expect(weights(world)).toEqual([[70, 10]])
    expect([...world.kept]).toEqual([])
  })

  test('both refused: the later of those before is kept, once', () => {
    const world = last(edit(textOf(RULES(90), SUBSETS, RULES(80)), textOf(RULES(-4), SUBSETS, RULES(-5))))
    expect(weights(world)).toEqual([[80, 10]])
  })

  test('of one name, but of Istio and of the Gateway API, are two', () => {
    const istio = (port: string) => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: ${port}, name: http, protocol: HTTP }, hosts: ["*"] }] }
`
    const api = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`
    const world = last(edit(textOf(istio('80'), api), textOf(istio('many'), api)))
    expect([...world.kept.values()].map(({ kind }) => kind)).toEqual(['Gateway'])
  })
})

test('an item of a List goes on by itself', () => {
  const list = (weight: number, name: string) => `apiVersion: v1
kind: List
items:
- ${RULES(weight).trimEnd().replaceAll('\n', '\n  ')}
- apiVersion: v1
  kind: Service
  metadata: { name: ${name} }
  spec: { ports: [{ port: 80 }] }
`
  const world = last(edit(list(90, 'a'), list(-5, 'b')))
  expect(weights(world)).toEqual([[90, 10]])
  expect([...world.mesh.services.keys()].some(host => host.startsWith('b.'))).toBe(true)
  const [rules] = world.mesh.virtualServices
  const range = rules && rangeIn(world, rules.origin)
  expect(world.parsed.text.slice(range?.start, range?.end)).toBe('name: reviews')
})

describe('with a Scenario', () => {
  const scenario = (steps: string) => `apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: productpage, url: "http://reviews/" }]
  steps: [${steps}]
`
  test('a step replaces what is kept', () => {
    const step = `{ at: 5s, apply: ${JSON.stringify({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'reviews' },
      spec: { hosts: ['reviews'], http: [{ route: [{ destination: { host: 'reviews', subset: 'v1' }, weight: 33 }] }] },
    })} }`
    const world = last(edit(textOf(GOOD, scenario(step)), textOf(BAD, scenario(step))))
    const { meshAt } = planRun(world, [toProxyId('productpage', 'default')])
    expect([0, 6000].map(atMs => weights({ ...world, mesh: meshAt(atMs) }))).toEqual([[[90, 10]], [[33]]])
  })

  test('what a step brings and Kubernetes refuses is not kept from an earlier text', () => {
    const step = (weight: number) =>
      `{ at: 5s, apply: ${JSON.stringify({
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        metadata: { name: 'reviews' },
        spec: { hosts: ['reviews'], http: [{ route: [{ destination: { host: 'reviews' }, weight }] }] },
      })} }`
    const world = last(edit(textOf(SUBSETS, scenario(step(33))), textOf(SUBSETS, scenario(step(-1)))))
    expect([...world.kept]).toEqual([])
    const { meshAt } = planRun(world, [toProxyId('productpage', 'default')])
    expect(weights({ ...world, mesh: meshAt(6000) })).toEqual([])
  })

  test('a Deployment that is kept has its own template: one that is applied again replaces no pod', () => {
    const web = (replicas: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: ${replicas}, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } } } }
`
    const step = `{ at: 5s, apply: ${JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } } },
      },
    })} }`
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: reviews }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n'
    const world = last(
      edit(
        textOf(web('2'), service, scenario(step)),
        textOf(web('many'), `${service}# new\n`, scenario(`${step}, { at: 9s, restart: nobody }`)),
      ),
    )
    expect([...world.kept.values()].map(({ name }) => name)).toEqual(['web'])
    expect(
      world.scenario
        ?.play()
        .moments.filter(({ atMs }) => atMs > 0)
        .map(({ label }) => label),
    ).toEqual([])
  })
})

/** No kind's labels are a number. */
const breakIt = (document: string) => document.replace('metadata: {', 'metadata: { labels: 3,')

describe('of any mesh', () => {
  const CALLER = toProxyId('caller', 'default')

  const told = (world: World): string =>
    JSON.stringify(world.configFor(CALLER), (key, value: unknown) => {
      if (/origin$/i.test(key)) return undefined
      return value instanceof Map ? [...value.entries()] : value
    })

  test('what is refused with nothing before it is as if it were not there', () => {
    fc.assert(
      fc.property(randomMesh, fc.infiniteStream(fc.boolean()), (documents, isBroken) => {
        const broken = documents.map(document => ({ document, isBroken: isBroken.next().value === true }))
        const refused = last(edit(textOf(...broken.map(one => (one.isBroken ? breakIt(one.document) : one.document)))))
        const without = last(edit(textOf(...broken.flatMap(one => (one.isBroken ? [] : one.document)))))
        expect([...refused.kept]).toEqual([])
        expect(refused.refused.size - without.refused.size).toBe(broken.filter(one => one.isBroken).length)
        expect([...refused.stored.keys()]).toEqual([...without.stored.keys()])
        expect(told(refused)).toBe(told(without))
      }),
    )
  })

  test('what is refused after it was accepted changes nothing of what a proxy is told', () => {
    fc.assert(
      fc.property(randomMesh, fc.infiniteStream(fc.boolean()), (documents, isBroken) => {
        const text = textOf(
          ...documents.map(document => (isBroken.next().value === true ? breakIt(document) : document)),
        )
        const [before, now] = edit(textOf(...documents), text)
        expect(now?.configFor(CALLER)).toBe(before?.configFor(CALLER))
        for (const { origin, fix } of now?.diagnostics ?? []) {
          expect(now && rangeIn(now, origin)).toBeDefined()
          for (const { range } of fix?.edits ?? []) expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
