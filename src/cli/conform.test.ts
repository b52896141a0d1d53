import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createOverlay } from './conform/overlay.ts'
import { readFamilies, readText } from './conform/read-corpus.ts'
import { countResults, describeCase } from './conform/report.ts'
import { runCase } from './conform/run-case.ts'

const cases = fileURLToPath(new URL('cases/', import.meta.url))
const overlay = createOverlay(readText(`${cases}world.yaml`))

/** Requests of each family that agrees completely; fewer would mean that some are not run. */
const REQUESTS = { '1-basics': 21, '2-match': 102, '3-broken': 27, '4-actions': 81 }

describe.each(Object.entries(REQUESTS))('what a real istiod and Envoy answered, family %s', (name, total) => {
  const [family] = readFamilies(`${cases}cases/${name}.yaml`, `${cases}expected/${name}.json`)
  const results = (family?.cases ?? []).map(one => runCase(one, family?.expected[one.name], overlay(one.config)))

  test(`has ${String(total)} requests, each recorded`, () => {
    expect(countResults(results)).toEqual({ passed: total, failed: 0 })
  })

  test.each(results)('$name', result => {
    expect(result.requests.length).toBeGreaterThan(0)
    expect(describeCase(name, result, false)).toEqual([])
  })
})
