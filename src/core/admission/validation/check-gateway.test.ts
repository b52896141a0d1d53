import { describe, expect, test } from 'vitest'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { admit } from '../admit.ts'

const HTTPS = '{ number: 443, name: https, protocol: HTTPS }'
const server = (more: string, port = '{ number: 80, name: http, protocol: HTTP }', hosts = '[a.com]') =>
  `{ servers: [{ port: ${port}, hosts: ${hosts}${more} }] }`

/** What both gates say to a Gateway, as a real istiod said it. */
function saidOf(spec: string) {
  const text = `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: edge }\nspec: ${spec}\n`
  const { decoded } = createDecoder().decodeAll(createYamlParser().parse(text))
  const { refused, warnings } = admit(decoded)
  const inWords = (map: ReadonlyMap<unknown, readonly { readonly message: string }[]>) =>
    [...map.values()].flat().map(({ message }) => message)
  return { refused: inWords(refused), warnings: inWords(warnings) }
}

describe('a Gateway', () => {
  test.each([
    ['has no server', '{ selector: { a: b } }', 'gateway must have at least one server'],
    ['has a short host', server('', undefined, '[shop]'), 'short names (non FQDN) are not allowed'],
    ['has a partial wildcard', server('', undefined, '["a*.com"]'), 'partial wildcard "a*.com" not allowed'],
    ['has no TLS for HTTPS', server('', HTTPS), 'server must have TLS settings for HTTPS/TLS protocols'],
    ['has TLS for HTTP', server(', tls: { mode: SIMPLE, credentialName: c }'), 'plain text HTTP ports'],
    ['lacks a certificate', server(', tls: { mode: SIMPLE }', HTTPS), 'SIMPLE TLS requires a server certificate'],
    ['binds to a name', server(', bind: nowhere'), 'nowhere is not a valid IP'],
    ['speaks nonsense', server('', '{ number: 80, name: http, protocol: FOO }'), 'invalid protocol "FOO"'],
    ['has a server without hosts', server('', undefined, '[]'), 'must contain at least one host'],
  ])('that %s is refused', (_, spec, message) => {
    expect(saidOf(spec).refused.join('\n')).toContain(message)
  })

  test.each([
    ['redirects what is HTTPS already', 'httpsRedirect: true, mode: SIMPLE', 'tls.httpsRedirect should only be used'],
    ['brings a secret that is not used', 'mode: PASSTHROUGH', 'PASSTHROUGH mode does not use certificates'],
    ['asks for an old version', 'mode: SIMPLE, minProtocolVersion: TLSV1_0', 'TLS version below TLSV1_2'],
    ['names a cipher that is none', 'mode: SIMPLE, cipherSuites: [FOO]', 'ignoring invalid cipher suites: [FOO]'],
  ])('that %s is warned of', (_, tls, message) => {
    const { refused, warnings } = saidOf(server(`, tls: { credentialName: c, ${tls} }`, HTTPS))
    expect(refused).toEqual([])
    expect(warnings.join('\n')).toContain(message)
  })

  test('may redirect plain HTTP without certificates, and name IP addresses and namespaces', () => {
    const hosts = '["*", 10.0.0.1, ns/a.com, ./b.com, "*/c.com", "*.d.com"]'
    expect(saidOf(server(', tls: { httpsRedirect: true }', undefined, hosts))).toEqual({ refused: [], warnings: [] })
  })
})
