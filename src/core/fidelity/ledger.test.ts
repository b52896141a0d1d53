import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LEDGER } from './index.ts'

const SOURCE = fileURLToPath(new URL('../../', import.meta.url))

test.each(LEDGER)('$behaviour', ({ status, differs, test: file, upstream }) => {
  expect(differs === undefined).toBe(status === 'modelled')
  expect(file === undefined).toBe(status === 'absent')
  expect(upstream).toMatch(/^(?:(?:istio|envoy) [\w.-]+\/\S|kubernetes \S)/) // a path from the project's root
  expect(file).toSatisfy((name: string | undefined) => name === undefined || isTest(name))
})

test('no behaviour stands there twice', () => {
  expect(new Set(LEDGER.map(({ behaviour }) => behaviour)).size).toBe(LEDGER.length)
  expect(LEDGER.length).toBeGreaterThanOrEqual(40)
})

function isTest(name: string): boolean {
  return name.endsWith('.test.ts') && existsSync(SOURCE + name)
}

test('what is not modelled says where a text asks for it, or why it does not', () => {
  const told = LEDGER.filter(({ uses, noPlace }) => (uses === undefined) !== (noPlace === undefined))
  expect(told.map(({ behaviour }) => behaviour)).toEqual(
    LEDGER.filter(({ status }) => status !== 'modelled').map(({ behaviour }) => behaviour),
  )
})

test('what is modelled is not told at the line, and no place is told twice', () => {
  expect(LEDGER.filter(({ status, uses }) => status === 'modelled' && uses !== undefined)).toEqual([])
  const places = LEDGER.flatMap(({ uses }) => uses ?? []).map(({ kind, path, holds }) => [kind, path, holds].join(' '))
  expect(new Set(places).size).toBe(places.length)
})
