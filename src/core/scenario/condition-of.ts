import type { ScenarioFailure, ScenarioLatency, ScenarioWorkload } from '../resources/index.ts'
import { USUAL_ERROR } from './behaviour-of.ts'
import { holdsAt, speaksOfFailure, speaksOfReadiness } from './phases.ts'

/** How often a pod fails, and how: a status, or without one. */
export interface Failing {
  /** 0 to 100. */
  readonly percent: number
  readonly answer: number | ScenarioFailure
}

/** How a pod is at one time; each with the entry that says so. */
export interface Condition {
  readonly failing: (Failing & { readonly entry: ScenarioWorkload }) | undefined
  /** How long its answers take, also where it always takes so long. */
  readonly latency: { readonly value: ScenarioLatency; readonly entry: ScenarioWorkload } | undefined
  /** They take longer than at the beginning. */
  readonly isSlower: boolean
  readonly readiness: { readonly ready: boolean; readonly entry: ScenarioWorkload } | undefined
}

/** What the entries for a pod, those that win first, make of it at a moment. */
export function conditionOf(entries: readonly ScenarioWorkload[], atMs: number): Condition {
  const now = entries.filter(entry => holdsAt(entry, atMs))
  const failing = now.find(speaksOfFailure)
  const slow = latencyAt(entries, atMs)
  const probed = now.find(speaksOfReadiness)
  return {
    failing: failing && toFailing(failing),
    latency: slow?.latency && { value: slow.latency, entry: slow },
    isSlower: longestMs(slow?.latency) > longestMs(latencyAt(entries, 0)?.latency),
    readiness: probed && { ready: probed.fails !== 'crash' && probed.ready === true, entry: probed },
  }
}

function toFailing(entry: ScenarioWorkload): Condition['failing'] {
  const { errorPercent: percent = 100, status = USUAL_ERROR, fails } = entry
  return percent === 0 ? undefined : { percent, answer: fails ?? status, entry }
}

export const latencyAt = (entries: readonly ScenarioWorkload[], atMs: number): ScenarioWorkload | undefined =>
  entries.find(entry => entry.latency !== undefined && holdsAt(entry, atMs))

/** How long an answer takes, but for one in a hundred. */
export const longestMs = (latency: ScenarioLatency | undefined): number =>
  latency === undefined ? 0 : latency.kind === 'constant' ? latency.ms : Math.max(latency.p50Ms, latency.p99Ms)
