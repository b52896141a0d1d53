import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createOverlay } from '../conform/overlay.ts'
import { readText } from '../conform/read-corpus.ts'
import { compareCase } from './compare-case.ts'
import { readDynamics } from './read-dynamics.ts'
import { describeTimedCase } from './report-case.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const overlay = createOverlay(readText(folder('../cases/world.yaml')))
const { cases, recordings } = readDynamics(folder('cases'))

test('all cases are run, each recorded', () => {
  expect(cases).toHaveLength(339)
  expect(cases.map(({ name }) => name)).toEqual(Object.keys(recordings))
})

describe('what a real Envoy did over time', () => {
  test.each(cases)('$name', one => {
    expect(describeTimedCase(one.name, compareCase(one, recordings[one.name], overlay))).toEqual([])
  })
})
