import { expect, test } from 'vitest'
import { held } from './key.ts'
import { KEYS } from './keys.ts'

const event = (of: Partial<KeyboardEvent>) =>
  ({ key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...of }) as KeyboardEvent

/** What the browser tells when these are pressed on a keyboard of the United States. */
function press(keys: string): KeyboardEvent {
  const names = keys.split(' ')
  const last = names.at(-1) ?? ''
  const ctrlKey = names.includes('Ctrl')
  return event({
    key: last === 'Space' ? ' ' : last === 'Esc' ? 'Escape' : last,
    ctrlKey,
    // Capital letters need it alone; with Ctrl they are written so.
    shiftKey: names.includes('Shift') || (!ctrlKey && /^[A-Z><?+]$/.test(last)),
  })
}

test('each key does what it is listed with, and no other does it', () => {
  for (const { keys } of KEYS) {
    const pressed = press(keys)
    expect(
      KEYS.filter(key => key.on(pressed)).map(key => key.keys),
      keys,
    ).toEqual([keys])
  }
})

test('Command does what Ctrl does, and a dot may need Shift', () => {
  const dot = { key: '.', shiftKey: true, metaKey: true }
  expect(held('.')(event(dot))).toBe(true)
  expect(held('.', false)(event(dot))).toBe(false)
  expect(held('.')(event({ ...dot, altKey: true }))).toBe(false)
})
