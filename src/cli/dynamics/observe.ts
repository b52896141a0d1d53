import type { EventLog } from '../../core/simulate/index.ts'
import { mostActive } from './most-active.ts'
import { observeConnections } from './observe-connections.ts'
import { mostEjectedAtOnce, toEjections } from './observe-ejections.ts'
import { observeFlow } from './observe-flow.ts'
import type { FlowRecord, Recording } from './recording.ts'
import type { TimedCase } from './timed-case.ts'

/** A run in the shape of its recording, with all that may be compared. */
export interface Observation extends Recording {
  readonly traffic: Readonly<Record<string, Required<FlowRecord>>>
  readonly ejections: NonNullable<Recording['ejections']>
  readonly mostEjectedAtOnce: number
  readonly maxActive: NonNullable<Recording['maxActive']>
  readonly maxActiveAll: number
  readonly connections: NonNullable<Recording['connections']>
  /** When the last request ended, in seconds: what comes later may have gone unseen. */
  readonly overAt: number
}

export function observe(one: TimedCase, log: EventLog): Observation {
  const flows = one.flows.map(flow => {
    const requests = log.requests.filter(({ client }) => client.id === flow.id)
    return [flow.id, observeFlow(flow, requests)] as const
  })
  const spans = log.requests.flatMap(({ tries, copies }) => [...tries, ...copies])
  const active = mostActive(spans)
  return {
    traffic: Object.fromEntries(flows),
    ejections: toEjections(log.events),
    mostEjectedAtOnce: mostEjectedAtOnce(log.events),
    maxActive: active.byPod,
    maxActiveAll: active.all,
    connections: observeConnections(
      log.requests,
      one.later.map(({ atMs }) => atMs),
    ),
    overAt: Math.max(0, ...log.requests.map(({ endMs }) => endMs ?? 0)) / 1000,
  }
}
