import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WORLD } from '../../core/analyze/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { PAGES, readExample } from '../../help/index.ts'
import { SCENARIOS } from '../../scenarios/index.ts'
import { readDiagnostics } from './recorded.ts'

const families = readDiagnostics(fileURLToPath(new URL('cases', import.meta.url)))

/** A full stop inside a name, a number or a version ends none; what others say in their words is one thing said. */
const sentencesOf = (text: string): number =>
  text
    .replaceAll(/“[^”]*”/g, '“”')
    .split(/[.!?](?=\s|$)/)
    .filter(part => part.trim() !== '').length

function tooLong(text: string, beside: Parameters<typeof createPipeline>[1] = {}): readonly string[] {
  const { diagnostics } = createPipeline({}, beside).run(text)
  // The ledger has its own words.
  const own = diagnostics.filter(({ code }) => !code.startsWith('MX02'))
  return own.flatMap(({ code, detail }) => (sentencesOf(detail) > 2 ? `${code}: ${detail}` : []))
}

test('sentences are counted as people count them', () => {
  expect(sentencesOf('Host a.b.c. Envoy 1.35 answers 503 UH.')).toBe(2)
  expect(sentencesOf('One. Two. Three.')).toBe(3)
})

describe('a problem is told in two sentences at most', () => {
  test.each(families)('in the recorded cases of $name', ({ cases }) => {
    const nowMs = Date.UTC(2026, 7, 22)
    expect(cases.flatMap(({ config }) => tooLong(config, { cluster: WORLD, nowMs }))).toEqual([])
  })

  test.each(PAGES.map(({ code, example }) => ({ code, ...readExample(example) })))(
    'in the example of $code',
    ({ broken, repaired }) => {
      expect([broken, repaired].flatMap(text => tooLong(text))).toEqual([])
    },
  )

  test.each(SCENARIOS)('in $title', ({ text }) => {
    expect(tooLong(text)).toEqual([])
  })
})
