import { expect, test } from 'vitest'
import { pods, rules, scenario, service, to } from '../testing/parts.ts'
import { brief, placeOf, problemsOf, repaired } from '../testing/problems-of.ts'

const BASE = service('web') + pods('web') + pods('shop')
const when = (match: string): string =>
  rules('web', `{ match: [${match}], route: [{ destination: { host: web } }] }, ${to('web')}`)
const sends = (path: string, headers = '{}'): string =>
  scenario(`{ name: ann, from: shop, url: "http://web${path}", headers: ${headers} }`)
const JASON = '{ headers: { end-user: { exact: jason } } }'

test.each([
  [
    'a header',
    when(JASON) + sends('/', '{ end-user: Jason }'),
    ['MX0152 Header end-user Jason differs from jason by case alone'],
  ],
  [
    'the name of a header may differ',
    when(JASON.replace('end-user', 'End-User')) + sends('/', '{ END-USER: jason }'),
    [],
  ],
  ['another value', when(JASON) + sends('/', '{ end-user: ann }'), []],
  [
    'a path',
    when('{ uri: { prefix: /api } }') + sends('/API/x'),
    ['MX0152 Path /API/x differs from /api by case alone'],
  ],
  ['a path whose case does not count', when('{ uri: { prefix: /api }, ignoreUriCase: true }') + sends('/API/x'), []],
  [
    'an expression',
    when('{ headers: { agent: { regex: "chrome.*" } } }') + sends('/', '{ agent: Chrome/1 }'),
    ['MX0152 Header agent Chrome/1 differs from chrome.* by case alone'],
  ],
  [
    'a parameter',
    when('{ queryParams: { v: { exact: A } } }') + sends('/?v=a'),
    ['MX0152 Parameter v a differs from A by case alone'],
  ],
  [
    'another condition fails too',
    when('{ uri: { prefix: /x }, headers: { end-user: { exact: jason } } }') + sends('/', '{ end-user: Jason }'),
    [],
  ],
  [
    'a rule for others',
    when('{ sourceLabels: { app: web }, headers: { end-user: { exact: jason } } }') + sends('/', '{ end-user: Jason }'),
    [],
  ],
])('%s', (_, text, says) => {
  expect(brief(BASE + text)).toEqual(says)
})

test('it says who takes the request instead, at the value, and asks for what is sent', () => {
  const text = BASE + when(JASON) + sends('/', '{ end-user: Jason }')
  const [problem] = problemsOf(text)
  expect(problem?.detail).toBe(
    'Client ann sends Jason, and values are compared letter by letter. Instead of rule 1, rule 2 takes it.',
  )
  expect(problem && placeOf(text, problem)).toBe('exact: jason')
  expect(repaired(text)).toContain('exact: Jason')
  expect(brief(repaired(text))).toEqual([])
  const path = BASE + when('{ uri: { exact: /api } }') + sends('/API')
  expect(repaired(path)).toContain('ignoreUriCase: true')
  expect(brief(repaired(path))).toEqual([])
})
