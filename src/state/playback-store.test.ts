import { describe, expect, test } from 'vitest'
import type { Picture } from '../worker/protocol.ts'
import { createPlaybackStore } from './playback-store.ts'

const picture = (signature: string, fromMs = 0, beginning = signature) =>
  ({
    signature,
    beginning,
    log: { fromMs, untilMs: fromMs + 60_000, departures: [] },
    chapters: [],
    ranges: new Map([[signature, { start: 0, end: 1 }]]),
  }) as unknown as Picture

function playing() {
  const store = createPlaybackStore(true)
  store.getState().apply(picture('a'), true)
  return store
}

describe('the clock', () => {
  test('moves by real time and speed while it plays, not else', () => {
    const store = playing()
    store.getState().advance(100)
    store.getState().setSpeed(2)
    store.getState().advance(100)
    expect(store.getState().nowMs()).toBe(300)
    store.getState().play(false)
    store.getState().advance(100)
    expect(store.getState().nowMs()).toBe(300)
  })

  test('stands still while it is held, and goes on after', () => {
    const store = playing()
    store.getState().hold(true)
    store.getState().advance(100)
    expect(store.getState().nowMs()).toBe(0)
    store.getState().hold(false)
    store.getState().advance(100)
    expect(store.getState().nowMs()).toBe(100)
  })

  test('tells nobody until asked to', () => {
    const store = playing()
    let told = 0
    store.subscribe(() => told++)
    store.getState().advance(100)
    expect(told).toBe(0)
    store.getState().show()
    expect([told, store.getState().shownMs]).toEqual([1, 100])
  })

  test('stays within the run', () => {
    const store = playing()
    store.getState().seek(1e9)
    expect(store.getState().nowMs()).toBe(60_000)
    store.getState().apply(picture('b', 60_000), false)
    store.getState().seek(0)
    expect(store.getState().nowMs()).toBe(60_000)
  })
})

describe('a new configuration', () => {
  test('begins a run now and keeps the one before as past', () => {
    const store = playing()
    store.getState().advance(5000)
    store.getState().apply(picture('b', 5000), false)
    const { run, past } = store.getState()
    expect(run).toMatchObject({ picture: { signature: 'b', log: { fromMs: 5000 } }, because: 'config applied' })
    expect(past).toMatchObject([{ toMs: 5000, picture: { signature: 'a' } }])
  })

  test('that changes nothing for traffic goes on with the same log and the new places in the text', () => {
    const store = playing()
    const { log } = store.getState().run?.picture ?? {}
    store.getState().advance(5000)
    const same = { ...picture('a', 1), ranges: new Map([['moved', { start: 3, end: 4 }]]) }
    store.getState().apply(same, false)
    const { run, past } = store.getState()
    expect(run?.picture.log).toBe(log)
    expect(run?.picture.ranges.has('moved')).toBe(true)
    expect(past).toEqual([])
  })

  test('of another text starts from 0 without a past', () => {
    const store = playing()
    store.getState().advance(5000)
    store.getState().apply(picture('b'), true)
    expect(store.getState()).toMatchObject({ shownMs: 0, past: [] })
    expect(store.getState().nowMs()).toBe(0)
  })
})

describe('what is typed', () => {
  function typed() {
    const store = playing()
    store.getState().advance(5000)
    store.getState().apply(picture('b', 5000), false, undefined, 1)
    store.getState().advance(1000)
    return store
  }

  test('takes the place of what the same typing brought into force, from its beginning on', () => {
    const store = typed()
    store.getState().apply(picture('c', 5000), false, undefined, 1)
    const { run, past, nowMs } = store.getState()
    expect(run).toMatchObject({ picture: { signature: 'c', log: { fromMs: 5000 } } })
    expect(past).toMatchObject([{ toMs: 5000, picture: { signature: 'a' } }])
    expect(nowMs()).toBe(6000)
  })

  test('and taken back leaves the run that was in force before', () => {
    const store = typed()
    const [before] = store.getState().past
    store.getState().apply(picture('a', 0), false, undefined, 1)
    const { run, past, nowMs } = store.getState()
    expect(run?.picture.log).toBe(before?.picture.log)
    expect(run).not.toHaveProperty('toMs')
    expect(past).toEqual([])
    expect(nowMs()).toBe(6000)
  })

  test('later keeps what was typed before as past', () => {
    const store = typed()
    store.getState().apply(picture('c', 6000), false, undefined, 2)
    expect(store.getState().past).toMatchObject([{ toMs: 5000 }, { toMs: 6000, picture: { signature: 'b' } }])
  })
})

describe('a configuration whose run begins alike', () => {
  test('goes on at the shown moment, with the log told anew and the same past', () => {
    const store = playing()
    store.getState().seek(5000)
    store.getState().apply(picture('b', 5000), false)
    store.getState().seek(9000)
    const broken = picture('c', 5000, 'b')
    store.getState().apply(broken, false)
    const { run, past, shownMs, nowMs } = store.getState()
    expect(run).toMatchObject({ because: 'config applied' })
    expect(run?.picture).toBe(broken)
    expect(past).toHaveLength(1)
    expect([shownMs, nowMs()]).toEqual([9000, 9000])
  })

  test('but not under another name or from the start', () => {
    const store = playing()
    store.getState().seek(5000)
    store.getState().apply(picture('c', 0, 'a'), true)
    expect(store.getState().nowMs()).toBe(0)
  })
})

test('the timeline grows little by little with the time that is shown, and never back', () => {
  const store = createPlaybackStore(true)
  store.getState().apply(picture('a'), true)
  const axisAt = (ms: number) => {
    store.getState().seek(ms)
    return store.getState().axisMs
  }
  // The past fills nine tenths of it at most.
  expect([0, 54_000, 54_900, 58_500, 10_000].map(axisAt)).toEqual([60_000, 60_000, 61_000, 65_000, 65_000])
  store.getState().apply(picture('b', 10_000), false)
  expect(store.getState().axisMs).toBe(65_000)
  store.getState().apply(picture('c'), true)
  expect(store.getState().axisMs).toBe(60_000)
})
