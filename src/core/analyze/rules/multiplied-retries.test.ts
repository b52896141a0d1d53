import { expect, test } from 'vitest'
import { pods, rules, scenario, service, to } from '../testing/parts.ts'
import { brief, placeOf, problemsOf } from '../testing/problems-of.ts'

const BASE = ['front', 'web', 'data'].map(name => service(name) + pods(name)).join('')
const CHAIN = scenario('{ from: front, url: "http://web/" }', '{ from: web, url: "http://data/" }')
const retries = (attempts: number, retryOn = '5xx'): string =>
  `, retries: { attempts: ${String(attempts)}, retryOn: "${retryOn}" }`
const web = (more: string): string => rules('web', to('web', more))
const data = (more: string): string => rules('data', to('data', more))

test.each([
  ['both try again', web(retries(2)) + data(retries(3)), ['MX0149 Up to 12 tries of one request reach data']],
  ['Istio’s own two retries at the second', web(retries(1)), ['MX0149 Up to 6 tries of one request reach data']],
  ['none at the second', web(retries(2)) + rules('data', to('data', ', retries: { attempts: 0 }')), []],
  ['none at the first', web(', retries: { attempts: 0 }') + data(retries(3)), []],
  ['the first does not try again on answers', web(retries(2, 'connect-failure')) + data(retries(3)), []],
  [
    'the first does on 503',
    web(retries(1, '503')) + data(retries(1)),
    ['MX0149 Up to 4 tries of one request reach data'],
  ],
])('%s', (_, text, says) => {
  expect(brief(BASE + text + CHAIN)).toEqual(says)
})

test('only along calls that the Scenario shows', () => {
  const both = BASE + web(retries(2)) + data(retries(3))
  expect(brief(both)).toEqual([])
  expect(brief(both + scenario('{ from: front, url: "http://web/" }', '{ from: front, url: "http://data/" }'))).toEqual(
    [],
  )
})

test('it says whose tries, at the first of them', () => {
  const text = BASE + web(retries(2)) + data(retries(3)) + CHAIN
  const [problem] = problemsOf(text)
  expect(problem?.detail).toBe(
    'Tries multiply along front, then web: 3 × 4 = 12 where all of them fail. Each proxy knows of its own tries alone.',
  )
  expect(problem && placeOf(text, problem)).toBe('retries: { attempts: 2, retryOn: "5xx" }')
})

test('a circle ends', () => {
  const circle = scenario('{ from: front, url: "http://web/" }', '{ from: web, url: "http://front/" }')
  const text = BASE + web(retries(1)) + rules('front', to('front', retries(1))) + circle
  expect(brief(text)).toEqual([
    'MX0149 Up to 4 tries of one request reach front',
    'MX0149 Up to 4 tries of one request reach web',
  ])
})
