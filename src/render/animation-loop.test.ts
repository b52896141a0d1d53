import { expect, test } from 'vitest'
import { createAnimationLoop } from './animation-loop.ts'

function frames() {
  let waiting: (() => void)[] = []
  const source = {
    request: (callback: () => void) => waiting.push(callback),
    cancel: () => {
      waiting = []
    },
  }
  const pass = (): void => {
    const due = waiting
    waiting = []
    for (const callback of due) callback()
  }
  return { source, pass, pending: () => waiting.length }
}

test('while it runs there is one paint a frame, and one frame asked for', () => {
  const { source, pass, pending } = frames()
  let paints = 0
  const loop = createAnimationLoop(() => paints++, source)
  loop.update(true)
  loop.update(true)
  loop.paintSoon()
  expect(pending()).toBe(1)
  pass()
  pass()
  pass()
  expect([paints, pending()]).toEqual([3, 1])
})

test('at rest it holds no frame, and paints once for a change', () => {
  const { source, pass, pending } = frames()
  let paints = 0
  const loop = createAnimationLoop(() => paints++, source)
  loop.update(false)
  expect(pending()).toBe(0)
  loop.paintSoon()
  loop.paintSoon()
  pass()
  pass()
  expect([paints, pending()]).toEqual([1, 0])
})

test('after it is disposed of nothing is painted', () => {
  const { source, pass, pending } = frames()
  let paints = 0
  const loop = createAnimationLoop(() => paints++, source)
  loop.update(true)
  loop.dispose()
  loop.paintSoon()
  pass()
  expect([paints, pending()]).toEqual([0, 0])
})
