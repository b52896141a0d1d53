import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import { enumerateOutcomes, parseRequest } from '../route/index.ts'
import type { HttpRequest, RequestInput } from '../route/index.ts'
import { simulate } from '../simulate/index.ts'
import { rangeOf } from '../yaml/index.ts'
import { createPipeline } from './index.ts'
import type { World } from './index.ts'
import { randomMesh, randomRequest } from './testing/random-mesh.ts'

const CALLER = toProxyId('caller', 'default')
const run = (documents: readonly string[]): World => createPipeline().run(documents.join('---\n'))

function requestOf(input: RequestInput): HttpRequest {
  const request = parseRequest(input)
  if ('error' in request) throw new Error(request.error)
  return request
}

const REQUESTS = ['alpha', 'alpha.other', 'beta', 'beta.other'].flatMap(host =>
  ['/', '/a/b', ':81/a'].map(rest => ({ url: `http://${host}${rest}` })),
)

/** What may become of a request, in an order of its own and without places in the text. */
function answers(world: World, input: RequestInput): readonly string[] {
  return enumerateOutcomes(world.routerFor(CALLER), requestOf(input))
    .map(({ probability, decision }) => {
      const { outcome, status, flags, details, cluster, endpoint, route, mirrors } = decision
      const copies = mirrors.map(({ policy, endpoint: to }) => [policy.cluster, to?.pod])
      const share = Math.round(probability * 1e9) / 1e9
      return JSON.stringify([outcome, status, flags, details, cluster, endpoint?.pod, route?.name, copies, share])
    })
    .sort()
}

test('the probabilities of everything that may happen to a request sum to 1', () => {
  fc.assert(
    fc.property(randomMesh, randomRequest, (documents, input) => {
      const outcomes = enumerateOutcomes(run(documents).routerFor(CALLER), requestOf(input))
      expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
      expect(outcomes.every(({ probability }) => probability > 0)).toBe(true)
    }),
    { numRuns: 80, seed: 1 },
  )
})

test('the order of documents changes nothing', () => {
  const shuffled = randomMesh.chain(documents =>
    fc.tuple(fc.constant(documents), fc.shuffledSubarray([...documents], { minLength: documents.length })),
  )
  fc.assert(
    fc.property(shuffled, ([documents, others]) => {
      const [one, other] = [run(documents), run(others)]
      for (const input of REQUESTS) expect(answers(other, input)).toEqual(answers(one, input))
    }),
    { numRuns: 80, seed: 2 },
  )
})

test('the same text and seed give the same requests at the same moments', () => {
  fc.assert(
    fc.property(randomMesh, fc.nat(), (documents, seed) => {
      const log = () => {
        const world = run(documents)
        const { requests } = simulate({ traffic: { ...world.traffic, seed }, routerFor: world.routerFor }, 2000)
        return requests.map(({ atMs, decision }) => [
          atMs,
          decision?.status,
          decision?.cluster,
          decision?.endpoint?.pod,
        ])
      }
      expect(log()).toEqual(log())
    }),
    { numRuns: 25, seed: 3 },
  )
})

test('what a decision names as its cause stands in the text', () => {
  fc.assert(
    fc.property(randomMesh, randomRequest, (documents, input) => {
      const world = run(documents)
      const { text } = world.parsed
      const { trace } = world.routerFor(CALLER).explain(requestOf(input), { choose: () => 0, pick: () => 0, last: 0 })
      for (const { origin } of trace) {
        if (!origin) continue
        const slice = sliceOf(world, origin, text)
        expect(slice.trim()).not.toBe('')
        const last = origin.path.at(-1)
        const [scalar] = [valueAt(world, origin)]
        if (scalar !== undefined) expect(slice, String(last)).toContain(scalar)
      }
    }),
    { numRuns: 60, seed: 4 },
  )
})

function sliceOf(world: World, origin: Origin, text: string): string {
  const range = rangeOf(world.parsed, origin)
  expect(range).toBeDefined()
  return range ? text.slice(range.start, range.end) : ''
}

/** The scalar at an origin's path, as the parser reads it. */
function valueAt({ parsed }: World, { documentId, path }: Origin): string | undefined {
  let node = parsed.documents.find(({ id }) => id === documentId)?.root
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.find(({ key }) => key === step)?.value
    else node = node?.kind === 'list' ? node.items[Number(step)] : undefined
  }
  return node?.kind === 'scalar' ? String(node.value) : undefined
}
