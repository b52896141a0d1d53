import { expect, test } from 'vitest'
import { createAnswerer } from '../worker/answer.ts'
import { canary } from '../cli/bench/texts.ts'
import { problemsOf } from './use-problems.ts'

function diagnosticsOf(text: string) {
  const given = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 1000 })
  if (given.kind !== 'picture') throw new Error('no picture')
  return given.picture.diagnostics
}

test('an error that will cost requests stands before errors that no request passes by, though none is lost yet', () => {
  const unused = '  - { name: v3, labels: { version: v3 } }\n'
  const text = canary().replace('subset: v2', 'subset: v9') + unused
  const found = diagnosticsOf(text)
  const isLoss = ({ title }: { title: string }) => title.includes('v9')
  expect(found.findIndex(isLoss)).toBeGreaterThanOrEqual(0)
  expect(
    problemsOf(found, undefined)
      .map(({ diagnostic }) => diagnostic)
      .findIndex(isLoss),
  ).toBe(0)
  expect(
    problemsOf([...found].reverse(), undefined)
      .map(({ diagnostic }) => diagnostic)
      .findIndex(isLoss),
  ).toBe(0)
})

test('so does one that an edit has just made, of which nobody knows yet what it costs', () => {
  const unused = '  - { name: v3, labels: { version: v3 } }\n'
  const found = diagnosticsOf(canary().replace('subset: v2', 'subset: v9') + unused)
  const isLoss = ({ title }: { title: string }) => title.includes('v9')
  const early = found.map(one => ({ ...one, touches: [], ...(isLoss(one) && { isNew: true as const }) })).reverse()
  expect(
    problemsOf(early, undefined)
      .map(({ diagnostic }) => diagnostic)
      .findIndex(isLoss),
  ).toBe(0)
})

test('what keeps the text from being read stands before all that costs requests', () => {
  const broken = `${canary().replace('subset: v2', 'subset: v9')}---\napiVersion: v1\nkind Service\n`
  const [first] = problemsOf(diagnosticsOf(broken), undefined)
  expect(first?.diagnostic.code).toBe('YAML')
  const [other] = problemsOf([...diagnosticsOf(broken)].reverse(), undefined)
  expect(other?.diagnostic.code).toBe('YAML')
})
