import { describe, expect, test } from 'vitest'
import { compareConnections } from './compare-connections.ts'
import { readTimedCases } from './read-cases.ts'
import type { ConnectionRecord } from './recording.ts'
import { toleranceOf } from './tolerances.ts'

type Carried = ConnectionRecord['requestsPerConnection']

const record = (requestsPerConnection: Carried): ConnectionRecord => ({
  connections: Object.values(requestsPerConnection).reduce((sum, count) => sum + count, 0),
  requestsPerConnection,
})

/** Whether runs that opened these agree with a recording, for a case of one flow. */
function agrees(load: string, recorded: Carried, runs: readonly Carried[], compare = '', copies = {}): boolean {
  const [one] = readTimedCases(
    `name: x\ntraffic: [{ id: main, from: sleep, url: 'http://web/', ${load} }]\ncompare: '${compare}'\n`,
  )
  if (!one) throw new Error('no case')
  const facts = { one, recording: { connections: { 'web-v1-0': record(recorded) } }, tolerance: toleranceOf(one) }
  const traffic = { main: { copies } } as never
  const ours = runs.map(each => ({ connections: { 'web-v1-0': record(each) }, traffic }))
  return compareConnections({ ...facts, isLeftOut: () => false }, ours).length === 0
}

describe('connections', () => {
  test.each([
    ['a loop is decided', 'concurrency: 2, count: 10', { 5: 2 }, [{ 5: 2 }], true],
    ['to the number of requests over each', 'concurrency: 2, count: 10', { 5: 2 }, [{ 4: 1, 6: 1 }], false],
    ['and a burst', 'burst: 3', { 1: 3 }, [{ 1: 2 }], false],
    ['of many runs the number lies between', 'burst: 3', { 1: 3 }, [{ 1: 2 }, { 1: 4 }], true],
    ['and not beyond', 'burst: 3', { 1: 5 }, [{ 1: 2 }, { 1: 4 }], false],
    ['of a rate two more may be', 'rate: 10, count: 10', { 2: 1, 4: 2 }, [{ 10: 1 }], true],
    ['not three', 'rate: 10, count: 10', { 1: 2, 4: 2 }, [{ 10: 1 }], false],
    ['and never fewer', 'rate: 10, count: 10', { 10: 1 }, [{ 5: 2 }], false],
  ])('%s', (_, load, recorded, runs, expected) => {
    expect(agrees(load, recorded, runs)).toBe(expected)
  })

  test('where counts are by timing, each must carry as many', () => {
    expect(agrees('concurrency: 3, count: 60', { 1: 7 }, [{ 1: 4 }], '+-15 points')).toBe(true)
    expect(agrees('concurrency: 3, count: 60', { 1: 7 }, [{ 2: 4 }], '+-15 points')).toBe(false)
  })

  test('copies may overlap', () => {
    expect(agrees('concurrency: 1, count: 30', { 14: 1, 16: 1 }, [{ 30: 1 }], '', { 'web-v1': 30 })).toBe(true)
    expect(agrees('concurrency: 1, count: 30', { 14: 1, 16: 1 }, [{ 30: 1 }])).toBe(false)
  })
})
