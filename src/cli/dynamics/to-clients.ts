import { parseRequest } from '../../core/route/index.ts'
import type { HttpRequest } from '../../core/route/index.ts'
import type { Client, Load, Variation } from '../../core/simulate/index.ts'
import { parseCaller } from '../caller.ts'
import type { Flow } from './timed-case.ts'

/** A flow as a client of one class; both have the flow's id. */
export function toClient(flow: Flow): Client {
  return {
    id: flow.id,
    proxy: parseCaller(flow.from),
    ratePerSecond: 0,
    classes: [
      {
        id: flow.id,
        label: flow.id,
        weight: 1,
        request: toRequest(flow),
        ...(flow.vary && { vary: toVariation(flow, flow.vary) }),
      },
    ],
    load: toLoad(flow),
    ...(flow.patienceMs !== undefined && { patienceMs: flow.patienceMs }),
  }
}

/** How many requests it sends, where that is known from the start. */
export function countOf({ load, count, durationMs }: Flow): number | undefined {
  if (load.kind === 'burst') return load.size
  if (load.kind === 'loop' || durationMs === undefined) return count
  return Math.round((load.perSecond * durationMs) / 1000)
}

function toLoad(flow: Flow): Load {
  const { load, startMs, durationMs } = flow
  const count = countOf(flow)
  const span = {
    startMs,
    ...(durationMs !== undefined && { endMs: startMs + durationMs }),
    ...(count !== undefined && { count }),
  }
  if (load.kind === 'burst') return { kind: 'burst', size: load.size, startMs }
  return load.kind === 'rate' ? { ...load, ...span, evenly: true } : { ...load, ...span }
}

function toRequest({ id, url, method, headers }: Flow): HttpRequest {
  const request = parseRequest({ url, method, headers })
  if ('error' in request) throw new Error(`the traffic ${id}: ${request.error}`)
  return request
}

function toVariation(flow: Flow, vary: NonNullable<Flow['vary']>): Variation {
  const values = Array.from({ length: countOf(flow) ?? 1000 }, (_, n) => vary.valueOf(n))
  return { in: vary.in, name: vary.name, values }
}
