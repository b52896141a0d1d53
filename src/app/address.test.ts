import { expect, test } from 'vitest'
import { lessonAt } from './address.ts'

test.each([
  ['#/lessons', {}],
  ['#/lessons/first-match-wins', { id: 'first-match-wins' }],
  ['#/lessons/first-match-wins/3', { id: 'first-match-wins', step: 2 }],
  ['#/lessons/first-match-wins/x', undefined],
  ['#/lessonsx', undefined],
  ['#/problems', undefined],
  ['', undefined],
])('%j names the lesson %j', (hash, lesson) => {
  expect(lessonAt(hash)).toEqual(lesson)
})
