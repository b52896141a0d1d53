import { expect, test } from 'vitest'
import { createHandover } from './create-handover.ts'

function handing() {
  const handed: number[] = []
  return { handed, ...createHandover<number>(thing => handed.push(thing)) }
}

test('of those that come while one is away only the newest goes next', () => {
  const { handed, offer, cameBack } = handing()
  for (const thing of [1, 2, 3]) offer(thing)
  expect(handed).toEqual([1])
  cameBack(true)
  expect(handed).toEqual([1, 3])
  cameBack(true)
  expect(handed).toEqual([1, 3])
})

test('what comes when none is away goes at once', () => {
  const { handed, offer, cameBack } = handing()
  offer(1)
  cameBack(true)
  offer(2)
  expect(handed).toEqual([1, 2])
})

test('where it is not to go on, what waits is kept, and a newer one takes its place', () => {
  const { handed, offer, cameBack } = handing()
  for (const thing of [1, 2]) offer(thing)
  cameBack(false)
  expect(handed).toEqual([1])
  offer(3)
  cameBack(true)
  expect(handed).toEqual([1, 3])
})
