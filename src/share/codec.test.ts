import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { LONGEST_LINK, fileOf, linkOf, openFile, openLink } from './codec.ts'
import type { SharedState } from './shared-state.ts'
import { KEPT_LINKS } from './testing/kept-links.ts'

const FULL: SharedState = {
  text: 'kind: Service # “über” \u{1f389}\n',
  name: 'mine.yaml',
  traffic: {
    seed: 7,
    clients: [
      {
        id: 'c',
        proxy: 'sleep.default',
        ratePerSecond: 50,
        load: { kind: 'loop', concurrency: 3, pauseMs: 10 },
        classes: [
          {
            id: 'one',
            label: '/',
            weight: 1,
            request: {
              method: 'GET',
              scheme: 'http',
              dialHost: 'reviews',
              dialPort: 80,
              authority: 'reviews',
              path: '/',
              headers: [['end-user', 'jason']],
            },
          },
        ],
      },
    ],
  },
  proxy: 'sleep.default',
  fromMs: 1_500,
  atMs: 20_000.25,
  paused: true,
  focus: 993,
  selected: 'hole:x',
  hole: true,
  tab: 'metrics',
  podView: true,
  asTable: true,
  step: 3,
  lesson: 'first-match-wins/3',
}

/** A fragment of version 1 around any JSON. */
const pack = (json: string | Uint8Array): string => `#/s/1.${deflateRawSync(json).toString('base64url')}`

test('what goes into a link comes out of it', async () => {
  expect(await openLink(await linkOf(FULL))).toEqual({ kind: 'state', state: FULL })
  expect(openFile(fileOf(FULL))).toEqual({ kind: 'state', state: FULL })
})

test('any text comes out as it was, half surrogates included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async text => {
      const state = { text: `${text}\ud800`, name: 'x' }
      expect(await openLink(await linkOf(state))).toEqual({ kind: 'state', state })
    }),
    { numRuns: 60 },
  )
})

test.each(KEPT_LINKS)('a link of version 1 opens as it did: $about', async ({ link, state }) => {
  expect(await openLink(link)).toEqual({ kind: 'state', state })
})

describe('links are short enough for a chat', () => {
  const LONGEST_CHARS = 1_500
  /** With what a presenter says in the text: every field that there is makes these two longer. */
  const WITH_NOTES = ['flaky-pods', 'progressive-rollout']
  const { traffic: _own, ...everyField } = FULL

  test.each(SCENARIOS.map(({ id, title, text }) => [id, { text, name: title }] as const))('%s', async (id, example) => {
    const plain = await linkOf(example)
    const whole = await linkOf({ ...everyField, ...example })
    expect(plain.length).toBeLessThan(whole.length)
    expect(plain.length).toBeLessThanOrEqual(LONGEST_CHARS)
    expect(whole.length).toBeLessThanOrEqual(WITH_NOTES.includes(id) ? LONGEST_CHARS + 150 : LONGEST_CHARS)
  })
})

describe('what is no state is refused', () => {
  const damaged = { kind: 'refused', because: 'damaged' }

  test('a link that was cut off anywhere', async () => {
    const link = await linkOf(FULL)
    for (let length = 0; length < link.length; length++) {
      expect(await openLink(link.slice(0, length)), String(length)).toEqual(damaged)
    }
  })

  test.each(['', '#', '#/s/', '#/s/1', '#/s/1.', '#/s/.abc', '#/s/0.abc', '#/s/1.a', '#/s/1.%41', '#/s/1.ab cd'])(
    '%j',
    async hash => {
      expect(await openLink(hash)).toEqual(damaged)
    },
  )

  test('a later version, by its own name', async () => {
    const link = await linkOf(FULL)
    expect(await openLink(link.replace('#/s/1.', '#/s/2.'))).toEqual({ kind: 'refused', because: 'newer' })
    expect(openFile('{"meshscope":"2","scenes":[]}')).toEqual({ kind: 'refused', because: 'newer' })
  })

  test.each([
    ['null'],
    ['[]'],
    ['"text"'],
    ['{}'],
    ['{"text":"a"}'],
    ['{"text":1,"name":"a"}'],
    ['{"text":"a","name":"a","atMs":-1}'],
    ['{"text":"a","name":"a","atMs":1e300}'],
    ['{"text":"a","name":"a","atMs":null}'],
    ['{"text":"a","name":"a","focus":1.5}'],
    ['{"text":"a","name":"a","paused":false}'],
    ['{"text":"a","name":"a","tab":"settings"}'],
    ['{"text":"a","name":"a","theme":"dark"}'],
    ['{"text":"a","name":"a","__proto__":{"x":1}}'],
    ['{"text":"a","name":"a","constructor":{}}'],
    ['{"text":"a","name":"a","traffic":{"seed":1,"clients":[{"id":"c"}]}}'],
    [`{"text":"a","name":"${'n'.repeat(501)}"}`],
    ['{"text":"a","name":"a"'],
  ])('%s', async json => {
    expect(await openLink(pack(json))).toEqual(damaged)
    expect(openFile(json.replace('{', '{"meshscope":"1",'))).toEqual(damaged)
  })

  test('bytes that are not UTF-8', async () => {
    expect(await openLink(pack(Uint8Array.of(0x22, 0xff, 0x22)))).toEqual(damaged)
  })

  test('a longer link than any that is made, without a look into it', async () => {
    const link = `#/s/1.${'A'.repeat(LONGEST_LINK)}`
    expect(await openLink(link)).toEqual({ kind: 'refused', because: 'too long' })
  })

  test('a short link that unpacks to very much', async () => {
    const bomb = pack(new Uint8Array(40_000_000))
    expect(bomb.length).toBeLessThan(LONGEST_LINK)
    expect(await openLink(bomb)).toEqual({ kind: 'refused', because: 'too long' })
  })

  test('nothing is thrown, whatever an address or a file holds', async () => {
    const link = await linkOf(FULL)
    const changed = fc
      .tuple(fc.nat(link.length - 1), fc.string({ maxLength: 4 }))
      .map(([at, by]) => link.slice(0, at) + by + link.slice(at + 1))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          changed,
          fc.string().map(text => `#/s/1.${text}`),
          fc.json().map(pack),
          fc.uint8Array({ maxLength: 200 }).map(bytes => `#/s/1.${Buffer.from(bytes).toString('base64url')}`),
        ),
        async hash => {
          expect((await openLink(hash)).kind).toMatch(/^(state|refused)$/)
          expect(openFile(hash).kind).toBe('refused')
        },
      ),
      { numRuns: 500 },
    )
  })
})
