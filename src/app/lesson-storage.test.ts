import { expect, test } from 'vitest'
import { createLessonStore } from '../state/index.ts'
import { keepLessons, loadLessons } from './lesson-storage.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage
}

test('where somebody was, what was done and the own text are there after a reload', () => {
  const storage = memory()
  const lessons = createLessonStore()
  keepLessons(lessons, storage)
  const change = {
    open: true,
    lesson: 'first-match-wins',
    step: 2,
    hints: 1,
    done: ['first-match-wins/3'],
    left: { 'weights-share-one-rule': { step: 1, text: 'a: 1' } },
    own: { text: 'mine: 1', fileName: 'mine.yaml' },
    inspector: true,
  }
  lessons.getState().show({ ...change, title: 'Lesson 1 of 4', isMet: true })
  const kept = loadLessons(storage)
  expect(kept).toEqual(change)
  expect(createLessonStore(kept).getState()).toMatchObject({ ...change, isMet: undefined, lifted: false })
})

test.each([
  'no JSON',
  'null',
  '3',
  '{}',
  JSON.stringify({ open: true, step: 0, hints: 0, done: [3], left: {} }),
  JSON.stringify({ open: true, step: 0, hints: 0, done: [], left: { a: null } }),
  JSON.stringify({ open: true, step: 0, hints: 0, done: [], left: {}, own: { text: 3 } }),
  JSON.stringify({ open: true, lesson: 3, step: 0, hints: 0, done: [], left: {} }),
])('what is not ours counts as none: %s', text => {
  const storage = memory()
  storage.setItem('meshscope.lessons', text)
  expect(loadLessons(storage)).toBeUndefined()
})

test('a browser without room lets the lesson go on', () => {
  const lessons = createLessonStore()
  keepLessons(lessons, {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  } as unknown as Storage)
  lessons.getState().show({ step: 1 })
  expect(lessons.getState().step).toBe(1)
})
