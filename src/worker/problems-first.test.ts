import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { createAnswerer } from './answer.ts'
import type { Answer, Picture } from './protocol.ts'

const TEXT = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''
const TEXTS = [TEXT, TEXT.replace('weight: 60', 'weight: -60'), TEXT.replace('subset: v2', 'subset: v9')]

const change = (text: string) => ({ text, opened: 1, proxy: undefined, traffic: undefined })

function pictureOf(answer: Answer): Picture {
  if (answer.kind !== 'picture') throw new Error(JSON.stringify(answer))
  return answer.picture
}

test('problems that are told before the picture are those of the picture, which is the same as without', () => {
  const [direct, early] = [createAnswerer(), createAnswerer()]
  let fixes = 0
  for (const [i, text] of TEXTS.entries()) {
    const alone = pictureOf(direct({ kind: 'run', id: i, untilMs: 5000, ...change(text) }))
    const told = early({ kind: 'problems', id: 10 + i, ...change(text) })
    const after = pictureOf(early({ kind: 'run', id: 20 + i, after: 10 + i, untilMs: 5000, ...change(text) }))
    expect(told).toMatchObject({ kind: 'problems', id: 10 + i, problems: alone.diagnostics })
    expect(after).toEqual(alone)
    // The same objects: nothing was worked out twice.
    const fixesOf = (diagnostics: Picture['diagnostics']) => diagnostics.flatMap(({ fix }) => fix ?? [])
    const before = told.kind === 'problems' ? fixesOf(told.problems) : []
    expect(fixesOf(after.diagnostics).every((fix, at) => fix === before[at])).toBe(true)
    fixes += before.length
    expect(alone.diagnostics.length).toBeGreaterThan(0)
  }
  expect(fixes).toBeGreaterThan(0)
})

test('a picture after other problems than its own is worked out by itself', () => {
  const answer = createAnswerer()
  answer({ kind: 'problems', id: 1, ...change(TEXTS[1]!) })
  const given = pictureOf(answer({ kind: 'run', id: 2, after: 7, untilMs: 5000, ...change(TEXTS[0]!) }))
  expect(given.diagnostics.filter(({ code }) => code === 'REFUSED')).toEqual([])
})
