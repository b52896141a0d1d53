import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { installedTypings, schemaOfFile } from '../../.config/istio-schemas.ts'
import type { JsonSchema } from '../../.config/typings-to-schema.ts'
import { SCENARIO_FIELDS } from '../core/resources/index.ts'
import { withScenario } from './scenario-schema.ts'

const kinds = JSON.parse(readFileSync(new URL('./istio-kinds.json', import.meta.url), 'utf8')) as string[]
const before = schemaOfFile(kinds, installedTypings)
const file = withScenario(before as Parameters<typeof withScenario>[0]) as JsonSchema

/** The schema at a place such as `spec.clients[].url` of a Scenario. */
function at(path: string): JsonSchema | undefined {
  const branch = file.allOf?.find(({ if: when }) => when?.properties?.['kind']?.const === 'Scenario')
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .reduce<JsonSchema | undefined>(
      (schema, step) => (step === '[]' ? schema?.items : schema?.properties?.[step]),
      branch?.then,
    )
}

test.each([
  ['spec', SCENARIO_FIELDS.spec],
  ['spec.clients[]', SCENARIO_FIELDS.client],
  ['spec.clients[].requests[]', SCENARIO_FIELDS.request],
  ['spec.workloads[]', SCENARIO_FIELDS.workload],
  ['spec.steps[]', SCENARIO_FIELDS.step],
  ['spec.steps[].scale', SCENARIO_FIELDS.scale],
  ['spec.presentation[]', SCENARIO_FIELDS.presentation],
])('%s offers the fields that are read, each with words for it', (path, fields) => {
  const { properties = {}, additionalProperties } = at(path) ?? {}
  expect(Object.keys(properties).sort()).toEqual([...fields].sort())
  for (const field of Object.values(properties)) expect(field.description).toMatch(/^\S.*\.$/)
  expect(additionalProperties).toBe(false)
})

test('what a step applies is a name, or a document like those of the file', () => {
  const [several, one] = at('spec.steps[].apply')?.anyOf ?? []
  expect(one).toEqual({ $ref: '#' })
  expect(several?.items?.anyOf?.map(({ type, $ref }) => type ?? $ref)).toEqual(['string', '#'])
})

test('latency is a duration, or its two fields', () => {
  const [constant, spread] = at('spec.workloads[].latency')?.anyOf ?? []
  expect(constant?.type).toEqual(['string', 'integer'])
  expect(Object.keys(spread?.properties ?? {})).toEqual(SCENARIO_FIELDS.latency)
})

test('ways to fail are offered', () => {
  expect(at('spec.workloads[].fails')?.enum).toEqual(['reset', 'refused', 'hang', 'crash'])
})

test('the kind is offered beside the others, which stay as they are', () => {
  const offered = file.properties?.['kind']?.anyOf?.[0]?.enum
  expect(offered).toEqual([...(before.properties?.['kind']?.anyOf?.[0]?.enum ?? []), 'Scenario'])
  expect(file.allOf?.slice(0, -1)).toEqual(before.allOf)
})
