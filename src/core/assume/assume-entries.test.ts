import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { assume } from './index.ts'

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n---\n`

function assumeFor(text: string) {
  const { resources } = createDecoder().decodeAll(createYamlParser().parse(text))
  const { assumed, traffic } = assume(resources)
  const requests = traffic.clients.flatMap(({ classes }) => classes.map(({ request }) => request))
  return {
    assumed: assumed.map(({ kind, name }) => `${kind} ${name}`),
    urls: requests.map(
      ({ scheme, dialHost, dialPort, authority }) => `${scheme}://${dialHost}:${String(dialPort)} ${authority}`,
    ),
  }
}

const HTTP = '{ number: 8080, name: http, protocol: HTTP }'
const TLS = '{ number: 443, name: tls, protocol: TLS }'

test.each([
  ['plain HTTP before others', `hosts: [a.com], ports: [${TLS}, ${HTTP}]`, ['http://a.com:8080 a.com:8080']],
  ['TLS where there is nothing else', `hosts: [a.com], ports: [${TLS}]`, ['https://a.com:443 a.com']],
  [
    'some name that a wildcard covers',
    `hosts: ["*.a.com"], ports: [${HTTP}]`,
    ['http://www.a.com:8080 www.a.com:8080'],
  ],
  ['nobody sees it', `hosts: [a.com], exportTo: ["~"], ports: [${HTTP}]`, []],
])('a ServiceEntry alone is called: %s', (_, spec, urls) => {
  expect(assumeFor(document('ServiceEntry', 'a', `{ ${spec} }`)).urls).toEqual(urls)
})

test('rules for a ServiceEntry’s host are tried at its port; nothing is called twice', () => {
  const text =
    document('ServiceEntry', 'a', `{ hosts: [a.com], ports: [${HTTP}] }`) +
    document('ServiceEntry', 'b', `{ hosts: [b.com], ports: [${HTTP}] }`) +
    document('VirtualService', 'a', '{ hosts: [a.com], http: [{ route: [{ destination: { host: a.com } }] }] }')
  expect(assumeFor(text).urls).toEqual(['http://a.com:8080 a.com:8080', 'http://b.com:8080 b.com:8080'])
})

test('a host that a ServiceEntry declares is not assumed as a Service', () => {
  const route = '{ hosts: [vm], http: [{ route: [{ destination: { host: vm } }, { destination: { host: web } }] }] }'
  const text =
    document('ServiceEntry', 'vm', `{ hosts: [vm.default.svc.cluster.local], ports: [${HTTP}] }`) +
    document('VirtualService', 'vm', route)
  expect(assumeFor(text).assumed.filter(name => name.startsWith('Service'))).toEqual(['Service web'])
})
