import { expect, test } from 'vitest'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { admit } from '../index.ts'

/** What both gates say to a Sidecar with this `spec`. */
function admitSpec(spec: string) {
  const text = `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: s, namespace: default }\nspec: ${spec}`
  const { refused, warnings } = admit(createDecoder().decodeAll(createYamlParser().parse(text)).decoded)
  const messages = (lists: Iterable<readonly { readonly message: string }[]>) => [...lists].flat().map(m => m.message)
  return { refused: messages(refused.values()), warnings: messages(warnings.values()) }
}

test.each([
  ['{}', ['sidecar: empty configuration provided']],
  ['{ workloadSelector: {} }', ['sidecar: empty configuration provided']],
  ['{ egress: [{ hosts: [] }] }', ['sidecar: egress listener must contain at least one host']],
  ['{ egress: [{ hosts: [reviews] }] }', ['host must be of form namespace/dnsName']],
  [
    '{ egress: [{ hosts: [./reviews, "default/rev*.com"] }] }',
    [
      'short names (non FQDN) are not allowed',
      'domain name "rev*.com" invalid (label "rev*" invalid)',
      'domain name "rev*.com" invalid (label "rev*" invalid)',
      'partial wildcard "rev*.com" not allowed',
    ],
  ],
  [
    '{ egress: [{ hosts: ["a b/x.y", /x.y] }] }',
    ['invalid namespace value "a b" in sidecar', 'config namespace and dnsName in host entry cannot be empty'],
  ],
  [
    '{ egress: [{ hosts: ["./*"] }, { port: { number: 80, protocol: HTTP }, hosts: ["./*"] }] }',
    ['sidecar: the egress listener with empty port should be the last listener in the list'],
  ],
  [
    '{ egress: [{ port: { number: 80 }, hosts: ["./*"] }, { port: { number: 80 }, hosts: ["./*"] }] }',
    ['sidecar: ports on IP bound listeners must be unique'],
  ],
  [
    '{ egress: [{ port: { protocol: FOO, name: a b }, captureMode: IPTABLES, hosts: ["./*"] }] }',
    [
      'invalid port name: a b',
      'unsupported protocol: FOO',
      'sidecar: ports with 0 value must have a unix domain socket bind address',
      'sidecar: captureMode must be DEFAULT/NONE for unix domain socket listeners',
    ],
  ],
  ['{ egress: [{ port: { number: 80 }, bind: x, hosts: ["./*"] }] }', ['x is not a valid IP']],
  [
    '{ outboundTrafficPolicy: { egressProxy: { host: a.b, port: { number: 1 } } } }',
    ['sidecar: egress_proxy must be set only with ALLOW_ANY outbound_traffic_policy mode'],
  ],
  [
    '{ outboundTrafficPolicy: { mode: ALLOW_ANY, egressProxy: { host: a.b } } }',
    ['sidecar: egress_proxy port must be non-nil'],
  ],
  [
    '{ ingress: [{ port: { number: 80, protocol: HTTP }, defaultEndpoint: "foo:abc" }] }',
    [
      'sidecar: defaultEndpoint must be of form 127.0.0.1:<port>,0.0.0.0:<port>,[::1]:port,[::]:port,unix://filepath or unset',
      'sidecar: defaultEndpoint port (abc) is not a number: strconv.Atoi: parsing "abc": invalid syntax',
    ],
  ],
  [
    '{ ingress: [{ port: { number: 80, protocol: HTTP }, tls: { mode: SIMPLE } }] }',
    ['server cannot have TLS settings for non HTTPS/TLS ports'],
  ],
])('%s is refused', (spec, refused) => {
  expect(admitSpec(spec)).toEqual({ refused, warnings: [] })
})

test.each([
  ['{ egress: [{ hosts: ["./*", "prod/*", "~/x.y"] }] }', []],
  ['{ outboundTrafficPolicy: {} }', []],
  ['{ inboundConnectionPool: { http: { maxRetries: 1 } } }', []],
  [
    '{ workloadSelector: { labels: {} }, egress: [{ hosts: ["./*"] }] }',
    ['sidecar: workload selector specified without labels, will be applied to all services in namespace'],
  ],
  ['{ egress: [{ hosts: ["./*", "default/a.b"] }] }', ['duplicated egress host: default/a.b']],
  ['{ egress: [{ hosts: ["./a.b", "./*"] }] }', ['duplicated egress host: ./*']],
  ['{ egress: [{ hosts: ["*/*", "./*"] }] }', ['`*/*` host select all resources, no other hosts can be added']],
])('%s is accepted', (spec, warnings) => {
  expect(admitSpec(spec)).toEqual({ refused: [], warnings })
})

test.each([
  ['{ egress: [{ bind: 1.2.3.4 }] }', 'spec.egress[0].hosts: Required value'],
  ['{ ingress: [{ bind: 1.2.3.4 }] }', 'spec.ingress[0].port: Required value'],
  ['{ egress: [{ hosts: ["./*"], captureMode: BAR }] }', 'spec.egress[0].captureMode: Unsupported value: "BAR"'],
])('%s does not suit the schema', (spec, start) => {
  expect(admitSpec(spec).refused[0]).toMatch(new RegExp(`^${start.replace(/[[\].]/g, '\\$&')}`))
})
