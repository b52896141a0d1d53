import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createOverlay } from './conform/overlay.ts'
import { readFamilies, readText } from './conform/read-corpus.ts'
import { countResults, describeCase } from './conform/report.ts'
import { runCase } from './conform/run-case.ts'

const cases = fileURLToPath(new URL('cases/', import.meta.url))
const overlay = createOverlay(readText(`${cases}world.yaml`))

/** Requests of each family; fewer would mean that some are not run. */
const REQUESTS = {
  '1-basics': 21,
  '2-match': 102,
  '3-broken': 27,
  '4-actions': 81,
  '5-policy': 21,
  '6-scope': 59,
  '7-edge': 23,
  '8-gateway-api': 13,
  '9-mtls': 9,
  'a-corners': 58,
  'b-neighbours': 359,
  'r-random': 3000,
}

const families = readFamilies(`${cases}cases`, `${cases}expected`)

test('every family is run', () => {
  expect(families.map(({ name }) => name)).toEqual(Object.keys(REQUESTS))
})

describe.each(families)('what a real istiod and Envoy answered, family $name', ({ name, cases: all, expected }) => {
  const results = all.map(one => runCase(one, expected[one.name], overlay(one.config)))

  test('all its requests are run, each recorded', () => {
    const total = REQUESTS[name as keyof typeof REQUESTS]
    expect(countResults(results)).toEqual({ passed: total, failed: 0 })
  })

  test.each(results)('$name', result => {
    expect(result.requests.length).toBeGreaterThan(0)
    expect(describeCase(name, result, false)).toEqual([])
  })
})
