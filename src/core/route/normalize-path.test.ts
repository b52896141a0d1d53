import { expect, test } from 'vitest'
import { normalizePath } from './normalize-path.ts'

test.each([
  ['/a/../b', '/b'],
  ['/a/./b/', '/a/b/'],
  ['/../..', '/'],
  ['/a/b/..', '/a/'],
  ['/a/%2e%2E/b', '/b'],
  ['/a\\..\\b', '/b'],
  ['/%61dmin', '/admin'],
  ['/sp%20ace', '/sp%20ace'],
  ['/api%2Fsecret', '/api%2Fsecret'],
  ['//api//x', '//api//x'],
  ['/.well-known', '/.well-known'],
  ['/a?b=/../c', '/a?b=/../c'],
])('%s becomes %s', (path, expected) => {
  expect(normalizePath(path)).toBe(expected)
})
