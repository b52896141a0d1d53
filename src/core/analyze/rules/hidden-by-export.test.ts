import { expect, test } from 'vitest'
import { destinationRule, pods, rules, scenario, service, to } from '../testing/parts.ts'
import { brief, placeOf, problemsOf, repaired } from '../testing/problems-of.ts'

const HOST = 'web.default.svc.cluster.local'
const CALL = pods('shop', 1, 'shop') + scenario(`{ name: ann, from: shop.shop, url: "http://${HOST}/" }`)
const WEB = service('web') + pods('web')
const HOT = 'trafficPolicy: { loadBalancer: { simple: ROUND_ROBIN } }'

test.each([
  [
    'a Service',
    service('web', 'default', `{ networking.istio.io/exportTo: "." }`) + pods('web'),
    ['MX0148 Service web is hidden from shop/shop'],
  ],
  [
    'a Service that is exported there',
    service('web', 'default', `{ networking.istio.io/exportTo: "shop,default" }`) + pods('web'),
    [],
  ],
  [
    'a VirtualService',
    WEB + rules('web', to('web'), ', exportTo: [.]'),
    ['MX0148 VirtualService web is hidden from shop/shop'],
  ],
  ['a VirtualService that is exported there', WEB + rules('web', to('web'), ', exportTo: [shop]'), []],
  [
    'a VirtualService of the caller in its place',
    WEB + rules('web', to('web'), ', exportTo: [.]') + rules(HOST, to(HOST), ', exportTo: [.]', 'shop'),
    [],
  ],
  [
    'a DestinationRule',
    WEB + destinationRule('web', `${HOT}, exportTo: [.]`),
    ['MX0148 DestinationRule web is hidden from shop/shop'],
  ],
  [
    'a DestinationRule of the caller in its place',
    WEB +
      destinationRule('web', `${HOT}, exportTo: [.]`) +
      destinationRule(HOST, HOT, 'shop').replace(`name: ${HOST}`, 'name: own'),
    ['MX0105 Only callers in shop use this DestinationRule'],
  ],
])('%s', (_, text, says) => {
  expect(brief(text + CALL)).toEqual(says)
})

test('nobody calls: nothing is said', () => {
  expect(brief(WEB + rules('web', to('web'), ', exportTo: [.]') + pods('shop', 1, 'shop'))).toEqual([])
})

test('it is told at exportTo, and exported to the caller too', () => {
  const text = WEB + rules('web', to('web'), ', exportTo: [.]') + CALL
  const [problem] = problemsOf(text)
  expect(problem && placeOf(text, problem)).toBe('exportTo: [.]')
  expect(repaired(text)).toContain('exportTo: [., shop]')
  expect(brief(repaired(text))).toEqual([])
  const annotated = service('web', 'default', `{ networking.istio.io/exportTo: "." }`) + pods('web') + CALL
  expect(repaired(annotated)).toContain('networking.istio.io/exportTo: ".,shop"')
  expect(brief(repaired(annotated))).toEqual([])
})
