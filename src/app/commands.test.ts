import { expect, test, vi } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { commandsOf, lineTyped } from './commands.ts'
import type { Also } from './commands.ts'
import type { PageActions } from './create-actions.ts'
import { KEYS } from './keys/keys.ts'

/** Actions that write down what is asked of them. */
function recorder() {
  const calls: string[] = []
  const actions = new Proxy({} as PageActions, {
    get:
      (_, name) =>
      (...given: unknown[]) => {
        calls.push(`${String(name)}(${given.map(String).join(', ')})`)
        return Promise.resolve()
      },
  })
  return { calls, actions }
}

const also: Also = {
  toggleTheme: vi.fn(),
  toggleMotion: vi.fn(),
  openExamples: vi.fn(),
  setSpeed: vi.fn(),
  lookFrom: vi.fn(),
  goTo: vi.fn(),
}
const named = { stage: undefined, callers: [], problems: [], text: 'a\nb\n', canPresent: true }

test('everything that a key does is in the palette, with its key', () => {
  const { calls, actions } = recorder()
  const commands = commandsOf(actions, also, named)
  for (const key of KEYS.filter(({ keys }) => keys !== 'Ctrl K')) {
    calls.length = 0
    key.run(actions)
    const asked = calls.splice(0)
    expect(asked, key.act).toHaveLength(1)
    commands.find(({ keys }) => keys === key.keys)?.run()
    expect(calls, key.act).toEqual(asked)
  }
})

test('no two commands have one id, and every example is among them', () => {
  const { calls, actions } = recorder()
  const commands = commandsOf(actions, also, named)
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  for (const command of commands.filter(({ group }) => group === 'Example')) command.run()
  expect(calls).toEqual(SCENARIOS.map(({ id }) => `openExample(${id})`))
})

test('a line is a place of the text, if it has that many', () => {
  expect(lineTyped('line 2', named.text)).toEqual({ line: 2, start: 2 })
  expect(lineTyped(':1', named.text)).toEqual({ line: 1, start: 0 })
  expect(lineTyped('line 4', named.text)).toBeUndefined()
  expect(lineTyped('line 0', named.text)).toBeUndefined()
  expect(lineTyped('lines', named.text)).toBeUndefined()
})
