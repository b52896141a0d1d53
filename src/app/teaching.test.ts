import { expect, test } from 'vitest'
import { LESSONS } from '../lessons/index.ts'
import { textAt } from './teaching.ts'

test('a step begins with what the tasks before it came to', () => {
  const [lesson] = LESSONS
  if (!lesson) throw new Error('no lesson')
  const solved = lesson.steps[2]?.task?.solution
  expect([0, 2, 3, 4].map(step => textAt(lesson, step))).toEqual([lesson.start, lesson.start, solved, solved])
})
