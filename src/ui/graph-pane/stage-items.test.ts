import { expect, test } from 'vitest'
import { holeName } from './stage-items.ts'

test('a hole is named by kind, flag, cause and numbers', () => {
  const name = holeName('nowhere', '503 NC', 'cluster not found: no subset v3', 302, 1000)
  expect(name).toBe('Hole, 503 NC, cluster not found, 302 of 1,000 requests')
})
