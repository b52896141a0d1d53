import { RE2JS } from 're2js'
import { expect, test } from 'vitest'
import { sampleRegex } from './sample-regex.ts'

test.each([
  '/reviews/[0-9]+',
  '^(.*?;)?(group=beta)(;.*)?$',
  '(?i)JASON|tom',
  '/v[12]/(users|items)/\\d{3,}',
  '.*',
  '[^/]+',
  '\\w+@example\\.com',
  'a{2}b?',
  '(?P<user>x+)y',
  '[[:digit:]]+',
])('%s gets a text that all of it matches', pattern => {
  const sample = sampleRegex(pattern)
  expect(sample).toBeDefined()
  expect(RE2JS.compile(pattern).matches(sample ?? '')).toBe(true)
})

test('an expression that is none, or that nothing meets, has no sample', () => {
  expect(sampleRegex('(')).toBeUndefined()
  expect(sampleRegex('a\\bc')).toBeUndefined()
})
