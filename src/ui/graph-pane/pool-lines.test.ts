import { describe, expect, test } from 'vitest'
import { barPart, poolLines } from './pool-lines.ts'

const NONE = { connections: undefined, pending: undefined, requests: undefined }
const wait = { part: 0.25, sinceMs: 100 }

describe('what a pool has under way', () => {
  test('against its limits: idle connections take a place too', () => {
    const limits = { ...NONE, connections: 4, pending: 1 }
    const [connections, waiting] = poolLines({ limits, connections: 4, inFlight: 3, waiting: [wait] })
    expect(connections).toMatchObject({ value: '4 of 4', places: 4, taken: 4, busy: 3, isFull: false })
    const [all] = poolLines({ limits, connections: 4, inFlight: 4, waiting: [] })
    expect(all).toMatchObject({ value: '4 of 4', busy: 4, isFull: true })
    const [none] = poolLines({ limits, connections: 4, inFlight: 0, waiting: [] })
    expect(none).toMatchObject({ value: '4 of 4', busy: 0, isFull: false })
    expect(waiting).toMatchObject({ value: '1 of 1', places: 1, isFull: true, waits: [0.25] })
  })

  test('may be more connections than the limit: each pod gets a first one', () => {
    const [line] = poolLines({ limits: { ...NONE, connections: 1 }, connections: 3, inFlight: 1, waiting: [] })
    expect(line).toMatchObject({ value: '3, limit 1', places: 3, taken: 3, busy: 1, isFull: false })
  })

  test('a tighter limit on requests is told instead', () => {
    const limits = { ...NONE, connections: 10, requests: 2 }
    const [line] = poolLines({ limits, connections: 4, inFlight: 1, waiting: [] })
    expect(line).toMatchObject({ label: 'In flight', value: '1 of 2', places: 2, taken: 1 })
  })

  test('many places are a bar, without a limit there are none', () => {
    const [many] = poolLines({ limits: { ...NONE, connections: 1000 }, connections: 250, inFlight: 9, waiting: [] })
    expect([many?.places, many && barPart(many), many?.value]).toEqual([undefined, 0.25, '250 of 1,000'])
    const [free] = poolLines({ limits: NONE, connections: 250, inFlight: 9, waiting: [] })
    expect([free?.places, free && barPart(free), free?.value]).toEqual([undefined, undefined, '9'])
  })

  test('before anything is known there is a dash', () => {
    expect(poolLines(undefined).map(({ value }) => value)).toEqual(['–', '–'])
  })
})
