import { expect, test } from 'vitest'
import { port } from './testing/resources.ts'
import { detectProtocol } from './protocol.ts'

test.each([
  ['http', 80, undefined, 'HTTP'],
  ['http-admin', 81, undefined, 'HTTP'],
  ['HTTP-upper', 81, undefined, 'HTTP'],
  ['httpx', 81, undefined, 'auto'],
  ['http2', 80, undefined, 'HTTP2'],
  ['grpc', 80, undefined, 'GRPC'],
  ['grpc-web', 80, undefined, 'GRPC-Web'],
  ['grpc-web-x', 80, undefined, 'GRPC-Web'],
  ['grpc-x', 80, undefined, 'GRPC'],
  ['https', 443, undefined, 'HTTPS'],
  ['tls-x', 443, undefined, 'TLS'],
  ['tcp-raw', 82, undefined, 'TCP'],
  ['mongo', 27017, undefined, 'Mongo'],
  ['redis-cache', 6379, undefined, 'Redis'],
  ['mysql', 3306, undefined, 'MySQL'],
  ['web', 80, undefined, 'auto'],
  ['', 8080, undefined, 'auto'],
  ['', 3306, undefined, 'TCP'],
  ['smtp', 25, undefined, 'TCP'],
  ['tcp', 80, 'http', 'HTTP'],
  ['http', 80, 'kubernetes.io/h2c', 'HTTP2'],
  ['http', 80, 'kubernetes.io/ws', 'HTTP'],
  ['http', 80, 'kubernetes.io/wss', 'HTTPS'],
  ['http', 80, 'example.com/own', 'auto'],
] as const)('a port named %j, number %i, appProtocol %j speaks %s', (name, number, appProtocol, expected) => {
  expect(detectProtocol(port(name, number, { appProtocol }))).toBe(expected)
})

test('a UDP port speaks UDP whatever it is called', () => {
  expect(detectProtocol(port('http', 53, { protocol: 'UDP' }))).toBe('UDP')
})
