import { expect, test } from 'vitest'
import { grow, growthOf } from './growth.ts'
import type { Course } from './scene.ts'
import type { Departures } from './timetable.ts'

const [A, B, C] = [1, 2, 3].map(landsAtMs => ({ landsAtMs }) as Course) as [Course, Course, Course]

/** Request n leaves at 10 n. */
const on = (course: Course, ...numbers: readonly number[]): Departures => ({
  chapter: 0,
  course,
  atMs: Float64Array.from(numbers, number => 10 * number),
  numbers: Uint32Array.from(numbers),
})

const grown = (known: readonly Departures[], gone: readonly number[], news: readonly Departures[]) =>
  grow(known, growthOf(known, gone, news))

test('what follows comes behind, on courses that are known and on new ones', () => {
  expect(grown([on(A, 1, 3), on(B, 2)], [], [on(B, 4, 6), on(C, 5)])).toEqual([on(A, 1, 3), on(B, 2, 4, 6), on(C, 5)])
})

test('what was still on its way is where it came to in the end, in the order of the requests', () => {
  expect(grown([on(A, 1, 4, 6), on(B, 2, 3, 5)], [2, 5], [on(A, 2, 5, 7), on(C, 8)])).toEqual([
    on(A, 1, 2, 4, 5, 6, 7),
    on(B, 3),
    on(C, 8),
  ])
})

test('what still is on its way stays where it is presumed to end', () => {
  expect(grown([on(A, 1), on(B, 2)], [2], [on(B, 2), on(A, 3)])).toEqual([on(A, 1, 3), on(B, 2)])
})

test('one that was told of nowhere yet is put between the others', () => {
  expect(grown([on(A, 1, 3)], [2], [on(A, 2)])).toEqual([on(A, 1, 2, 3)])
})

test('departures to which nothing is added stay the same object', () => {
  const known = [on(A, 1), on(B, 2)]
  const [a, b] = grown(known, [2], [on(C, 2), on(B, 3)])
  expect([a === known[0], b]).toEqual([true, on(B, 3)])
})

test('only courses that are not known are told', () => {
  const { more, fresh } = growthOf([on(A, 1), on(B, 2)], [], [on(B, 3), on(C, 4)])
  expect([more, fresh]).toEqual([[{ place: 1, atMs: Float64Array.of(30), numbers: Uint32Array.of(3) }], [on(C, 4)]])
})

test('what asks for something else stays apart on the same course', () => {
  const [one, other] = ['one', 'other'].map(id => ({ id }) as Departures['requestClass'])
  const as = (requestClass: Departures['requestClass'], ...numbers: readonly number[]): Departures => ({
    ...on(A, ...numbers),
    ...(requestClass && { requestClass }),
  })
  expect(grown([as(one, 1), as(other, 2)], [], [as(other, 3), as(one, 4)])).toEqual([as(one, 1, 4), as(other, 2, 3)])
})
