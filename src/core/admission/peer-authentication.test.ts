import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { admit } from './index.ts'

const APP = 'selector: { matchLabels: { app: a } }'

/** What both gates say, as istiod's webhook and the CRD said it. */
test.each([
  ['{ mtls: { mode: UNSET } }', [], []],
  [`{ ${APP}, portLevelMtls: { 8080: { mode: STRICT } } }`, [], []],
  [
    '{ portLevelMtls: { 8080: { mode: STRICT } } }',
    [
      'spec: Invalid value: portLevelMtls requires selector',
      'mesh/namespace peer authentication cannot have port level mTLS',
    ],
    [],
  ],
  [
    '{ mtls: { mode: strict } }',
    ['spec.mtls.mode: Unsupported value: "strict": supported values: "UNSET", "DISABLE", "PERMISSIVE", "STRICT"'],
    [],
  ],
  [
    `{ ${APP}, portLevelMtls: {} }`,
    [
      'spec.portLevelMtls: Invalid value: 0: spec.portLevelMtls in body should have at least 1 properties',
      'port level mTLS, if defined, must have at least one element',
    ],
    [],
  ],
  [
    `{ ${APP}, portLevelMtls: { 70000: { mode: STRICT } } }`,
    ['spec.portLevelMtls: Invalid value: port must be between 1-65535', 'port must be in range 1..65535'],
    [],
  ],
  ['{ selector: { matchLabels: {} } }', [], ['workload selector specified without labels']],
])('%s', (spec, refusals, remarks) => {
  const text = `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: a }\nspec: ${spec}\n`
  const { refused, warnings } = admit(createDecoder().decodeAll(createYamlParser().parse(text)).decoded)
  expect([...refused.values()].flat().map(({ message }) => message)).toEqual(
    expect.arrayContaining(refusals.map(message => message)),
  )
  expect(refused.size > 0).toBe(refusals.length > 0)
  expect([...warnings.values()].flat().map(({ message }) => message)).toEqual(remarks)
})
