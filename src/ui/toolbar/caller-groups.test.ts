import { expect, test } from 'vitest'
import { toProxyId } from '../../core/base/ids.ts'
import { groupCallers, shortName } from './caller-groups.ts'

const caller = (name: string, namespace: string, gateway = false) => ({
  proxy: toProxyId(name, namespace),
  name,
  namespace,
  sidecar: true,
  gateway,
})
const CALLERS = [caller('curl', 'default'), caller('edge', 'default', true), caller('curl', 'other')]
const names = (filter: string) =>
  groupCallers(CALLERS, filter).map(({ namespace, callers }) => [namespace, ...callers.map(({ name }) => name)])

test('namespaces in the order met, gateways first in each', () => {
  expect(names('')).toEqual([
    ['default', 'edge', 'curl'],
    ['other', 'curl'],
  ])
})

test.each([
  ['  CURL ', [['default', 'curl'], ['other', 'curl']]], // prettier-ignore
  ['oth', [['other', 'curl']]],
  ['curl.d', [['default', 'curl']]],
  ['nobody', []],
])('%j finds by name and namespace', (filter, expected) => {
  expect(names(filter)).toEqual(expected)
})

test('the namespace is said where there are several', () => {
  const [curl] = CALLERS
  if (!curl) throw new Error('a caller is there')
  expect([shortName(CALLERS, curl), shortName([curl], curl)]).toEqual(['curl.default', 'curl'])
})
