import { expect, test } from 'vitest'
import { pods, rules, scenario, service, to } from '../testing/parts.ts'
import { brief, placeOf, problemsOf, repaired } from '../testing/problems-of.ts'

const BASE = service('web') + pods('web') + pods('shop')
const when = (uri: string, more = ''): string =>
  `{ match: [{ uri: ${uri} }], route: [{ destination: { host: web } }]${more} }`
const sends = (path: string): string => scenario(`{ name: ann, from: shop, url: "http://web${path}" }`)
const API = when('{ prefix: /api }')
const SAYS = ['MX0147 Prefix /api also takes /apix']

test.each([
  ['a request goes on within the segment', rules('web', `${API}, ${to('web')}`) + sends('/apix?a=b'), SAYS],
  ['it is the segment', rules('web', `${API}, ${to('web')}`) + sends('/api'), []],
  ['it is below the segment', rules('web', `${API}, ${to('web')}`) + sends('/api/x'), []],
  ['a query begins', rules('web', `${API}, ${to('web')}`) + sends('/api?x'), []],
  ['the prefix ends at a slash', rules('web', `${when('{ prefix: /api/ }')}, ${to('web')}`) + sends('/api/x'), []],
  ['the prefix of all', rules('web', when('{ prefix: / }')) + sends('/apix'), []],
  ['a rule above takes it', rules('web', `${when('{ exact: /apix }')}, ${API}, ${to('web')}`) + sends('/apix'), []],
  ['another host', `${service('cart')}${pods('cart')}${rules('cart', `${API}, ${to('cart')}`)}${sends('/apix')}`, []],
  ['nobody sends it', rules('web', `${API}, ${to('web')}`), []],
])('%s', (_, text, says) => {
  expect(brief(BASE + text)).toEqual(says)
})

test('a later rule waits for it in vain', () => {
  const text = BASE + rules('web', `${API}, ${when('{ exact: /apix }')}, ${to('web')}`)
  expect(brief(text)).toEqual(['MX0114 Rule 2 can never match', ...SAYS])
  expect(placeOf(text, problemsOf(text)[1]!)).toBe('prefix: /api')
})

test('its repair takes the segment and what is below, and nothing else', () => {
  const text = repaired(BASE + rules('web', `${API}, ${to('web')}`) + sends('/apix'))
  expect(text).toContain('uri: { regex: "/api(/.*)?" }')
  expect(brief(text)).toEqual([])
  const [rewritten] = problemsOf(
    BASE + rules('web', `${when('{ prefix: /api }', ', rewrite: { uri: / }')}, ${to('web')}`) + sends('/apix'),
  )
  expect(rewritten?.fix).toBeUndefined()
})
