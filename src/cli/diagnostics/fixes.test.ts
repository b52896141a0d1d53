import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WORLD } from '../../core/analyze/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { PAGES, readExample } from '../../help/index.ts'
import { readDiagnostics } from './recorded.ts'
import { tryFixes } from './try-fixes.ts'
import type { TriedFix } from './try-fixes.ts'

const families = readDiagnostics(fileURLToPath(new URL('cases', import.meta.url)))
const tried: TriedFix[] = []
const triedInLists: TriedFix[] = []

/** Codes that have a repair at least where what is meant can be known. */
const REPAIRED: readonly string[] = [
  ...'IST0002 IST0101 IST0102 IST0107 IST0108 IST0109 IST0112 IST0118 IST0123 IST0125 IST0127 IST0128 IST0129 IST0130'.split(
    ' ',
  ),
  ...'IST0131 IST0132 IST0133 IST0135 IST0144 IST0146 IST0148 IST0150 IST0151 IST0152 IST0153 IST0154 IST0155'.split(
    ' ',
  ),
  ...'IST0157 IST0162 IST0166 IST0167 IST0173 IST0174 IST0177'.split(' '),
  ...'MX0004 MX0101 MX0102 MX0103 MX0104 MX0105 MX0106 MX0108 MX0109 MX0111 MX0114 MX0115 MX0116'.split(' '),
  ...'MX0117 MX0118 MX0132 MX0136 MX0137 MX0141 MX0142 MX0143 MX0146 MX0147 MX0148 MX0150 MX0151 MX0152 MX0301 MX0304 MX0307 MX0308 MX0309 MX0310 MX0311 REFUSED YAML'.split(
    ' ',
  ),
]

function faults(text: string, beside: Parameters<typeof createPipeline>[1], into = tried): readonly string[] {
  const pipeline = createPipeline({}, beside)
  const fixes = tryFixes(text, each => pipeline.run(each))
  into.push(...fixes)
  return fixes.flatMap(({ code, fix, faults: own }) => own.map(fault => `${code} “${fix.title}”: ${fault}`))
}

describe('a repair removes its problem, brings no other, and keeps comments', () => {
  test.each(families)('in the recorded cases of $name', ({ cases }) => {
    const nowMs = Date.UTC(2026, 7, 22)
    expect(
      cases.flatMap(({ name, config }) => faults(config, { cluster: WORLD, nowMs }).map(fault => `${name}: ${fault}`)),
    ).toEqual([])
  })

  test.each(PAGES)('in the example of $code, in one with breaks of Windows, in a List', ({ example }) => {
    const { broken } = readExample(example)
    expect([broken, broken.replaceAll('\n', '\r\n')].flatMap(text => faults(text, {}))).toEqual([])
    expect(faults(asList(broken), {}, triedInLists)).toEqual([])
  })
})

test('the codes that have repairs', () => {
  const codes = [...new Set(tried.map(({ code }) => code))].sort()
  expect(codes).toEqual(REPAIRED)
  expect(new Set(triedInLists.map(({ code }) => code)).size).toBeGreaterThanOrEqual(45)
})

/** The documents of a text as `kubectl get` prints them: items of one. */
function asList(text: string): string {
  const items = text.split(/^---\n/m).filter(document => document.trim() !== '')
  const indented = items.map(item => item.trimEnd().replaceAll('\n', '\n  ').replace(/^/, '- '))
  return `apiVersion: v1\nkind: List\nitems:\n${indented.join('\n')}\n`
}
