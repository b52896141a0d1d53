import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { installedTypings, schemaOfFile } from '../../.config/istio-schemas.ts'
import { schemaOfInterface } from '../../.config/typings-to-schema.ts'
import type { JsonSchema } from '../../.config/typings-to-schema.ts'

const kinds = JSON.parse(readFileSync(new URL('./istio-kinds.json', import.meta.url), 'utf8')) as string[]
const file = schemaOfFile(kinds, installedTypings)

/** The schema at a place such as `spec.http[].timeout` of a kind. */
function at(kind: string, path: string): JsonSchema | undefined {
  const branch = file.allOf?.find(({ if: when }) => when?.properties?.['kind']?.const === kind)
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .reduce<JsonSchema | undefined>(
      (schema, step) => (step === '[]' ? schema?.items : schema?.properties?.[step]),
      branch?.then,
    )
}

test.each([
  ['VirtualService', 'spec.http[].timeout', { type: 'string' }],
  ['VirtualService', 'spec.http[].route[].weight', { type: 'number' }],
  ['VirtualService', 'spec.http[].route[].destination', { required: ['host'], additionalProperties: false }],
  // "exactly one of": the fields are offered, none is required
  ['VirtualService', 'spec.http[].match[].uri.prefix', { type: 'string' }],
  ['DestinationRule', 'spec', { required: ['host'] }],
  ['DestinationRule', 'spec.subsets[].labels', { type: 'object', additionalProperties: { type: 'string' } }],
  ['DestinationRule', 'spec.trafficPolicy.loadBalancer.consistentHash.httpHeaderName', { type: 'string' }],
  ['DestinationRule', 'spec.trafficPolicy.tls.mode', { enum: ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'] }],
])('%s %s', (kind, path, expected) => {
  expect(at(kind, path)).toMatchObject(expected)
})

test('each apiVersion that has typings for the kind is right, the others are not', () => {
  expect(at('VirtualService', 'apiVersion')?.enum).toEqual([
    'networking.istio.io/v1',
    'networking.istio.io/v1beta1',
    'networking.istio.io/v1alpha3',
  ])
  expect(at('Telemetry', 'apiVersion')?.enum).toEqual(['telemetry.istio.io/v1', 'telemetry.istio.io/v1alpha1'])
})

test('hover has words: the comment of a field is its description', () => {
  expect(at('VirtualService', 'spec.http')?.description).toMatch(/route rules/)
})

test('a Gateway of the Gateway API is not held to Istio’s', () => {
  const gateway = file.allOf?.find(({ if: when }) => when?.properties?.['kind']?.const === 'Gateway')
  const elsewhere = gateway?.if?.properties?.['apiVersion']?.not?.pattern ?? '(none)'
  expect(new RegExp(elsewhere).test('gateway.networking.k8s.io/v1')).toBe(true)
  expect(new RegExp(elsewhere).test('networking.istio.io/v1')).toBe(false)
})

test('a kind without a branch is not held to anything', () => {
  const branches = file.allOf?.map(({ if: when }) => when)
  expect(branches?.every(when => when?.required?.includes('kind') && when.properties?.['kind']?.const)).toBe(true)
  expect(file.additionalProperties).toBeUndefined()
})

test.each([
  ['"a"?: string', { properties: { a: { type: 'string' } } }],
  ['"a": Array<number>', { properties: { a: { type: 'array', items: { type: 'number' } } }, required: ['a'] }],
  ['"a"?: "X" | "Y"', { properties: { a: { type: 'string', enum: ['X', 'Y'] } } }],
  ['"a"?: string | number', { properties: { a: { type: ['string', 'number'] } } }],
  ['"a"?: { [key: string]: any }', { properties: { a: { type: 'object', additionalProperties: {} } } }],
  [
    '"a"?: { "x"?: string } & (Exclude<{ "x"?: string }, { "x": string }> | { "y": string })',
    {
      properties: { a: { properties: { x: { type: 'string' }, y: { type: 'string' } }, additionalProperties: false } },
    },
  ],
])('%s', (member, expected) => {
  const schema = schemaOfInterface(`export interface IThing { ${member} }`, 'IThing')
  expect(schema).toMatchObject(expected)
  expect(schema?.properties?.['a']?.required).toBeUndefined()
})
