import { expect, test } from 'vitest'
import { indexVirtualHosts } from './virtual-hosts.ts'

const find = indexVirtualHosts({
  name: '80',
  virtualHosts: [
    ['everything', '*'],
    ['short', '*.com'],
    ['long', '*.shop.com'],
    ['exact', 'www.shop.com'],
    ['address', '[2001:db8::1]'],
  ].map(([name = '', domain = '']) => ({ name, domains: [domain], routes: [], origin: undefined })),
})

test.each([
  ['www.shop.com', 'exact'],
  ['WWW.Shop.com:8080', 'exact'],
  ['api.shop.com', 'long'],
  ['shop.com', 'short'],
  ['.shop.com', 'short'],
  ['other', 'everything'],
  ['[2001:db8::1]:80', 'address'],
  ['[2001:db8::1]', 'address'],
])('%s goes to the %s virtual host', (authority, name) => {
  expect(find(authority)?.host.virtualHost.name).toBe(name)
})

test('without a catch-all an unknown host finds nothing', () => {
  expect(indexVirtualHosts({ name: '80', virtualHosts: [] })('reviews')).toBeUndefined()
})
