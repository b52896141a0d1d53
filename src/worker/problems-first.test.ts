import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { createAnswerer } from './answer.ts'
import type { Answer, Picture } from './protocol.ts'

const TEXT = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''
const TEXTS = [TEXT, TEXT.replace('weight: 60', 'weight: -60'), TEXT.replace('subset: v2', 'subset: v9')]
const UNUSED = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: lost }
spec: { host: nowhere }
`

const change = (text: string) => ({ text, opened: 1, proxy: undefined, traffic: undefined })

function pictureOf(answer: Answer): Picture {
  if (answer.kind !== 'picture') throw new Error(JSON.stringify(answer))
  return answer.picture
}

function problemsOf(answer: Answer): Picture['diagnostics'] {
  if (answer.kind !== 'problems') throw new Error(JSON.stringify(answer))
  return answer.problems
}

test('problems that are told before the picture are those of the picture, which is the same as without', () => {
  const [direct, early] = [createAnswerer(), createAnswerer()]
  let fixes = 0
  for (const [i, text] of TEXTS.entries()) {
    const alone = pictureOf(direct({ kind: 'run', id: i, untilMs: 5000, ...change(text) }))
    const told = problemsOf(early({ kind: 'problems', id: 10 + i, ...change(text) }))
    const after = pictureOf(early({ kind: 'run', id: 20 + i, after: 10 + i, untilMs: 5000, ...change(text) }))
    expect(after).toEqual(alone)
    expect(alone.diagnostics.length).toBeGreaterThan(0)
    const words = ({ code, title, detail, line }: Picture['diagnostics'][number]) => [code, title, detail, line]
    expect(told.map(words)).toEqual(alone.diagnostics.map(words))
    // The same objects: nothing was worked out twice.
    const fixesOf = (diagnostics: Picture['diagnostics']) => diagnostics.flatMap(({ fix }) => fix ?? [])
    expect(fixesOf(after.diagnostics).every((fix, at) => fix === fixesOf(told)[at])).toBe(true)
    fixes += fixesOf(told).length
  }
  expect(fixes).toBeGreaterThan(0)
})

test('before the picture what documents cost that are as they were is counted on, what an edit makes is new', () => {
  const answer = createAnswerer()
  const shown = pictureOf(answer({ kind: 'run', id: 1, untilMs: 5000, ...change(TEXT) }))
  const told = problemsOf(answer({ kind: 'problems', id: 2, ...change(`${TEXT}${UNUSED}`) }))
  const [added, another] = told.filter(({ isNew }) => isNew)
  expect(added).toMatchObject({ code: 'IST0174', touches: [] })
  expect(another).toBeUndefined()
  const costs = (diagnostics: Picture['diagnostics']) =>
    diagnostics.filter(one => one !== added).map(({ code, touches }) => [code, touches])
  expect(costs(told)).toEqual(costs(shown.diagnostics))
  expect(shown.diagnostics.some(({ touches }) => touches.length > 0)).toBe(true)
})

test('a picture after other problems than its own is worked out by itself', () => {
  const answer = createAnswerer()
  answer({ kind: 'problems', id: 1, ...change(TEXTS[1]!) })
  const given = pictureOf(answer({ kind: 'run', id: 2, after: 7, untilMs: 5000, ...change(TEXTS[0]!) }))
  expect(given.diagnostics.filter(({ code }) => code === 'REFUSED')).toEqual([])
})
