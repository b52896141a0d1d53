import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compileGatewayConfig } from '../../core/compile/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { createRouter, enumerateOutcomes, parseRequest } from '../../core/route/index.ts'
import { parseCaller } from '../caller.ts'
import type { Case } from './corpus.ts'
import { createOverlay } from './overlay.ts'
import { readFamilies, readText } from './read-corpus.ts'
import { speaksMtls } from './recorder.ts'

const root = fileURLToPath(new URL('../cases/', import.meta.url))
const overlay = createOverlay(readText(`${root}world.yaml`))
const cases = readFamilies(`${root}cases`, `${root}expected`).flatMap(({ name, cases: all }) =>
  all.map(one => ({ ...one, family: name })),
)

const worldOf = (one: Case) => createPipeline({ enableAutoMtls: speaksMtls(one) }).run(overlay(one.config))

/** Whether some end of some request is a connection that did not come about for what it speaks. */
function breaks(one: Case): boolean {
  const world = worldOf(one)
  return one.requests.some(({ from, gateway = '', url, method, headers }) => {
    const request = parseRequest({ url, method, headers })
    if ('error' in request) throw new Error(request.error)
    const caller = parseCaller(from ?? gateway)
    const config = from === undefined ? compileGatewayConfig(world.mesh, caller) : world.configFor(caller)
    const outcomes = enumerateOutcomes(createRouter(config), request)
    return outcomes.some(({ decision }) => /TLS_error|connection_termination/.test(decision.details))
  })
}

const isReported = (one: Case): boolean => worldOf(one).diagnostics.some(({ code }) => code === 'MX0111')

describe('two sides that disagree on TLS are reported where requests are lost by it, and nowhere else', () => {
  test.each(cases.filter(speaksMtls))('$name', one => {
    expect(isReported(one)).toBe(breaks(one))
  })

  test('in the cases that say nothing of mTLS, apart from the random ones', () => {
    const others = cases.filter(one => !speaksMtls(one) && one.family !== 'r-random')
    expect(others.length).toBeGreaterThan(100)
    expect(others.filter(one => isReported(one) || breaks(one))).toEqual([])
  })
})
