import { expect, test } from 'vitest'
import { findSimilar, isSlip } from './similar-name.ts'

test.each([
  ['canry', ['stable', 'canary'], 'canary'],
  ['canry', ['candy', 'canary'], undefined],
  ['storefrnt', ['storefront', 'storefronts'], 'storefront'],
  // Of twelve letters a third may differ, of six only two.
  ['recomendatns', ['recommendations'], 'recommendations'],
  // Two letters swapped are one slip.
  ['stabel', ['staple', 'stable'], 'stable'],
  ['egde', ['edge', 'mesh'], 'edge'],
  // Versions are no slips of each other, and nor are short names that have little in common.
  ['v2', ['v1'], undefined],
  ['reviews-v3', ['reviews-v1'], undefined],
  ['web', ['api'], undefined],
  ['dev', ['prd'], undefined],
  // What is there is what is meant.
  ['canary', ['canry', 'canary'], undefined],
])('%s among %j: %s', (name, among, near) => {
  expect(findSimilar(name, among)).toBe(near)
})

test.each([
  ['ingress-gateway', 'ingressgateway', true],
  ['IngressGateway', 'ingressgateway', true],
  ['ingresgateway', 'ingressgateway', true],
  ['egressgateway', 'ingressgateway', false],
  ['ingressgateway', 'ingressgateway', false],
  ['gateway-1', 'gateway-2', false],
])('%s is a slip of %s: %s', (a, b, expected) => {
  expect(isSlip(a, b)).toBe(expected)
})
