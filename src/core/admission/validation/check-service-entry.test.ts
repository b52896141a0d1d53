import { expect, test } from 'vitest'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { admit } from '../index.ts'

/** What both gates say to a resource with this `spec`. */
function admitSpec(kind: string, spec: string, labels = '{}') {
  const metadata = `{ name: s, namespace: default, labels: ${labels} }`
  const text = `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}`
  const { refused, warnings } = admit(createDecoder().decodeAll(createYamlParser().parse(text)).decoded)
  const all = [...refused.values()].flat()
  const of = (gate: string) => all.filter(one => one.gate === gate).map(one => one.message)
  const warned = [...warnings.values()].flat().map(one => one.message)
  return { schema: of('schema').length > 0, validation: of('validation'), warned }
}

const HTTP = 'ports: [{ number: 80, name: http, protocol: HTTP }]'
const TCP = 'ports: [{ number: 80, name: tcp, protocol: TCP }]'
const NEEDS_ADDRESS =
  'addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is not enabled'

test.each([
  [`hosts: [a.com], ${HTTP}`, false, []],
  [`hosts: ["*"], ${HTTP}`, true, ['invalid host *']],
  [
    `hosts: [a.com], ${HTTP}, resolution: DNS, addresses: [10.0.0.0/8]`,
    true,
    ['CIDR addresses are allowed only for NONE/STATIC resolution types'],
  ],
  [
    `hosts: [a.com, b.com], ${TCP}, resolution: STATIC`,
    false,
    ['multiple hosts provided with non-HTTP, non-TLS ports'],
  ],
  [
    `hosts: [a.com], ${HTTP}, endpoints: [{ address: 1.1.1.1 }]`,
    true,
    ['no endpoints should be provided for resolution type none'],
  ],
  [
    `hosts: [a.com], ${HTTP}, resolution: STATIC, endpoints: [{ address: b.com, ports: { x: 1 } }]`,
    false,
    ['endpoint address "b.com" is not a valid IP address', 'endpoint port 1 is not defined by the service entry'],
  ],
  [
    `hosts: ["*.a.com"], ${HTTP}, resolution: DNS`,
    false,
    [
      'hosts must be FQDN or contain only prefix wildcards if no endpoints are provided for resolution mode DNS, domain name "*.a.com" invalid (label "*" invalid)',
    ],
  ],
  [
    `hosts: [a.com], ${HTTP}, resolution: DYNAMIC_DNS`,
    false,
    ['host must be wildcarded for resolution mode DYNAMIC_DNS'],
  ],
  [
    'hosts: [a.com], ports: [{ number: 80, name: a, protocol: XYZ }, { number: 80, name: b.c }]',
    true,
    ['unsupported protocol: XYZ', 'service entry port 80 already defined', 'invalid port name: b.c'],
  ],
  [`hosts: [a.com], ${HTTP}, exportTo: ["~"]`, false, []],
  [`hosts: [a.com], ${HTTP}, exportTo: ["~", b]`, false, ['cannot export service entry to no one (~) and someone']],
])('a ServiceEntry with %s', (spec, schema, validation) => {
  expect(admitSpec('ServiceEntry', `{ ${spec} }`)).toMatchObject({ schema, validation })
})

test.each([
  ['a port without an address', `hosts: [a.com], ${TCP}`, '{}', [NEEDS_ADDRESS]],
  ['one that istiod gives an address', `hosts: [a.com], ${TCP}, resolution: DNS`, '{}', []],
  [
    'one that refuses it',
    `hosts: [a.com], ${TCP}, resolution: DNS`,
    '{ networking.istio.io/enable-autoallocate-ip: "False" }',
    [NEEDS_ADDRESS],
  ],
  [
    'an empty selector',
    `hosts: [a.com], ${HTTP}, resolution: STATIC, workloadSelector: {}`,
    '{}',
    ['service entry: workload selector specified without labels, will be applied to all services in namespace'],
  ],
])('a ServiceEntry is accepted with remarks: %s', (_, spec, labels, warned) => {
  expect(admitSpec('ServiceEntry', `{ ${spec} }`, labels)).toEqual({ schema: false, validation: [], warned })
})

test.each([
  ['{ address: 1.1.1.1 }', false, []],
  ['{ address: vm.com, ports: { http: 80 } }', false, []],
  ['{}', true, ['address is required']],
  ['{ address: a_b }', false, ['endpoint address "a_b" is not a valid FQDN or an IP address']],
  ['{ address: "unix:///x", ports: { a: 1 } }', true, ['unix endpoint unix:///x must not include ports']],
  ['{ address: 1.1.1.1, ports: { a: 0 } }', true, ['port number 0 must be in the range 1..65535']],
])('a WorkloadEntry with %s', (spec, schema, validation) => {
  expect(admitSpec('WorkloadEntry', spec)).toMatchObject({ schema, validation })
})
