import { expect, test } from 'vitest'
import type { SharedState } from '../share/index.ts'
import { LINK_ROOT } from '../share/index.ts'
import { LINK } from './address.ts'
import { frameOf, shared } from './state-now.ts'

const state: SharedState = {
  text: 'a',
  name: 'b',
  proxy: 'sleep.default',
  fromMs: 5,
  atMs: 10,
  paused: true,
  focus: 3,
  selected: 'hole:NC',
  hole: true,
  tab: 'metrics',
}

test('from the start on nothing of the moment is left', () => {
  const { text, name, proxy, tab } = state
  expect(Object.keys(shared(state, { opens: 'start', follows: true })).sort()).toEqual([
    'name',
    'proxy',
    'selected',
    'tab',
    'text',
  ])
  expect(shared(state, { opens: 'start', follows: true })).toMatchObject({ text, name, proxy, tab })
  expect(shared(state, { opens: 'presenting', follows: true })).toMatchObject({ text, step: 1 })
})

test('while somebody presents, a link holds the step and the text that its deck was made of', () => {
  const presented = { text: 'before its steps changed it', step: 4 }
  expect(shared(state, { opens: 'presenting', follows: true }, presented)).toMatchObject(presented)
  expect(shared(state, { opens: 'moment', follows: true }, presented)).toBe(state)
})

test('without the request that is followed the moment is the same', () => {
  const { focus: _focus, hole: _hole, ...rest } = state
  expect(shared(state, { opens: 'moment', follows: false })).toEqual(rest)
  expect(shared(state, { opens: 'moment', follows: true })).toBe(state)
})

test('a frame says nothing but its address and name, whatever they hold', () => {
  const html = frameOf('https://x/?a=1&b=2#/s/1.abc', '"><script>')
  expect(html).toContain('src="https://x/?a=1&amp;b=2#/s/1.abc"')
  expect(html).toContain('title="Meshscope: &quot;&gt;&lt;script&gt;"')
})

test('the page knows a link by its beginning', () => {
  expect(LINK).toBe(LINK_ROOT)
})
