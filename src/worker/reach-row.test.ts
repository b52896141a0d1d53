import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { createAnswerer } from './answer.ts'

const text = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''

function askOf(changed: string) {
  const answer = createAnswerer()
  const given = answer({ kind: 'run', id: 1, text: changed, proxy: undefined, traffic: undefined, untilMs: 5000 })
  const rows = given.kind === 'picture' ? (given.picture.stage?.rules[0]?.rows ?? []) : []
  return rows.map(({ id }) => {
    const reached = answer({ kind: 'reach', id: 2, row: id, atMs: 0 })
    return reached.kind === 'reach' ? reached.reach : undefined
  })
}

test('each rule of the example: two take requests, the third stands behind one that takes all', () => {
  const [testers, canary, preview] = askOf(text)
  expect(testers?.kind === 'request' && [...testers.request.headers]).toEqual([['end-user', 'jason']])
  expect(canary?.kind).toBe('request')
  expect(preview).toEqual({ kind: 'absent', because: 'rule 2 takes all' })
})

test('a rule behind a wider one is told with it and its line', () => {
  const narrow = text.replace('  - name: canary\n', '  - name: canary\n    match: [{ uri: { prefix: /pre } }]\n')
  const [, canary, preview] = askOf(narrow)
  expect(canary?.kind).toBe('request')
  const line = narrow.split('\n').findIndex(each => each.includes('name: canary')) + 1
  expect(preview).toEqual({ kind: 'shadowed', by: [`rule 2, line ${String(line)}`] })
})

test('what is no rule of the stage has no answer', () => {
  const answer = createAnswerer()
  answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 100 })
  expect(answer({ kind: 'reach', id: 2, row: 'none', atMs: 0 })).toEqual({ kind: 'reach', id: 2, reach: undefined })
})
