import { firstNumber, mixSeed } from '../base/prng.ts'
import type { EventQueue } from './event-queue.ts'
import { LOOP_MS } from './timing.ts'
import type { Client } from './traffic.ts'

/** Draws that must not say anything of each other, each from a seed of its own below the request's. */
export const CLASS = 0
export const MOMENT = 1
export const UPSTREAM = 2

/**
 * Sends a client's request: the n-th, from 1, with the seed of its draws; `onDone` when its caller is free again. `caller` is
 * who sends one after the other over a connection of its own; undefined: somebody new.
 */
export type Send = (n: number, seed: number, caller: number | undefined, onDone: () => void) => void

/** Lets a client send as its load says, from now to the end of time; what it has sent before now is gone. */
export function startSender(client: Client, clientSeed: number, queue: EventQueue, send: Send): void {
  const load = client.load ?? { kind: 'rate', perSecond: client.ratePerSecond }
  const { startMs = 0, endMs = Infinity, count = Infinity } = load
  const sinceMs = queue.nowMs()
  let n = 0
  const next = (onDone: () => void, caller?: number): boolean => {
    if (n >= count || queue.nowMs() >= endMs) return false
    n++
    send(n, mixSeed(clientSeed, n), caller, onDone)
    return true
  }

  /** The n-th leaves at some moment of the n-th slot, so that every whole number of slots holds as many. */
  function scheduleSlot(slotMs: number, evenly: boolean): void {
    const place = evenly ? 0 : firstNumber(mixSeed(mixSeed(clientSeed, n + 1), MOMENT))
    const atMs = startMs + (n + place) * slotMs
    if (n >= count || atMs >= endMs) return
    if (atMs < sinceMs) {
      n++
      scheduleSlot(slotMs, evenly)
      return
    }
    queue.at(atMs, () => {
      if (next(NOTHING)) scheduleSlot(slotMs, evenly)
    })
  }

  function loop(pauseMs: number, caller: number): void {
    next(() => {
      queue.at(queue.nowMs() + Math.max(pauseMs, LOOP_MS), () => {
        loop(pauseMs, caller)
      })
    }, caller)
  }

  switch (load.kind) {
    case 'rate':
      if (load.perSecond > 0) {
        n = slotsBefore(sinceMs - startMs, 1000 / load.perSecond)
        scheduleSlot(1000 / load.perSecond, load.evenly ?? false)
      }
      break
    case 'loop':
      queue.at(startMs, () => {
        for (let i = 0; i < load.concurrency; i++) loop(load.pauseMs ?? 0, i)
      })
      break
    case 'burst':
      if (startMs < sinceMs) break
      queue.at(startMs, () => {
        for (let i = 0; i < load.size; i++) next(NOTHING)
      })
  }
}

/** Slots that are over for certain. */
const slotsBefore = (passedMs: number, slotMs: number): number => Math.max(0, Math.floor(passedMs / slotMs) - 1)

const NOTHING = (): void => undefined
