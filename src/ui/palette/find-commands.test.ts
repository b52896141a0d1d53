import { expect, test } from 'vitest'
import { distance, findCommands } from './find-commands.ts'

const commands = ['Play, pause', 'Present, step by step', 'Example: Mirror', 'Replay'].map(title => ({
  id: title,
  title,
  group: 'Action',
  run: () => undefined,
}))
const titles = (typed: string) => findCommands(typed, commands).map(({ title }) => title)

test('nothing typed: all, in their order', () => {
  expect(titles('  ')).toEqual(['Play, pause', 'Present, step by step', 'Example: Mirror', 'Replay'])
})

test('a beginning comes before a word’s beginning, and that before its middle', () => {
  expect(titles('play')).toEqual(['Play, pause', 'Replay'])
  expect(titles('mirr')).toEqual(['Example: Mirror'])
})

test('words in any order, letters with gaps, and no more than that', () => {
  expect(titles('step present')).toEqual(['Present, step by step'])
  expect(titles('prsnt')).toEqual(['Present, step by step'])
  expect(titles('zzz')).toEqual([])
  expect(distance('pz', 'Play')).toBeUndefined()
})
