import type { World } from '../core/pipeline/index.ts'
import type { Client, Traffic } from '../core/simulate/index.ts'
import type { Stage } from '../scene/index.ts'
import { asText, digest } from './as-text.ts'

/** What a text makes of the run. */
export interface Staged {
  /** Undefined: nothing to show. */
  readonly stage: Stage | undefined
  readonly traffic: Traffic
  readonly scenario: World['scenario']
  /** What proxies do with that traffic beside what the stage shows. */
  readonly routing: string
}

/** Equal for texts that put the same picture on the stage and do the same with the same traffic: places in the text do not count. */
export function signatureOf({ stage, traffic, scenario, routing }: Staged): string {
  const { steps = [], resource } = scenario ?? {}
  const played = steps.length > 0 ? scenario?.play() : undefined
  const happens = played?.moments.map(({ sinceMs, label }) => [sinceMs, label])
  const told = [stage, routing, traffic, resource?.spec.workloads, steps, happens, played?.lives]
  return digest(asText(told, { without: key => key === 'origin' }))
}

/**
 * Equal for texts whose runs begin alike at `beginMs`: only what pods do later differs, or who wrote down what was assumed. Of such texts
 * one can go on at the moment at which the other one is.
 */
export function beginningOf({ stage, traffic: { seed, clients }, scenario, routing }: Staged, beginMs: number): string {
  const { steps = [], resource } = scenario ?? {}
  const atFirst =
    resource?.spec.workloads.filter(({ fromMs = 0, toMs = Infinity }) => fromMs <= beginMs && beginMs < toMs) ?? []
  const behaviours = atFirst.map(entry => ({ ...entry, path: undefined, fromMs: undefined, toMs: undefined }))
  const calls = clients.map(client => whatever(callsOf(client))).sort()
  const seen = stage && { ...stage, client: { ...stage.client, classes: undefined } }
  const written = steps.filter(({ kind }) => kind !== 'readiness')
  return digest(whatever([seed, seen, routing, calls, behaviours, written]))
}

/** What a client sends, whatever it and its requests are called. */
function callsOf({ proxy, ratePerSecond, load, patienceMs, classes }: Client): unknown {
  const total = classes.reduce((sum, { weight }) => sum + weight, 0)
  const requests = classes.map(({ label, weight, request }) => [label, weight / total, request])
  return [proxy, ratePerSecond, load, patienceMs, requests]
}

/** Shares are the same but for the last digits. */
const WRITTEN = { without: (key: string) => key === 'origin' || key === 'assumed', digits: 9 }
const whatever = (value: unknown): string => asText(value, WRITTEN)
