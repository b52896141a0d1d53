import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LEDGER } from './index.ts'

const CORE = join(import.meta.dirname, '..')

test.each(LEDGER.filter(({ status }) => status !== 'absent'))('$behaviour: its test exists', row => {
  expect(row.test).toMatch(/\.test\.ts$/)
  expect(existsSync(join(CORE, row.test ?? ''))).toBe(true)
})

test('what is absent has no test, and everything says where upstream does it', () => {
  for (const { status, test: file, upstream } of LEDGER) {
    if (status === 'absent') expect(file).toBeUndefined()
    expect(upstream).not.toBe('')
  }
})

test('nothing is listed twice', () => {
  const behaviours = LEDGER.map(({ behaviour }) => behaviour)
  expect(new Set(behaviours).size).toBe(behaviours.length)
})
