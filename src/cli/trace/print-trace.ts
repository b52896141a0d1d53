import type { Origin } from '../../core/base/origin.ts'
import { labelOf } from '../../core/route/index.ts'
import type { Decision, HttpRequest, Trace } from '../../core/route/index.ts'
import { describeStep } from '../describe-step.ts'

export interface Explained {
  readonly from: string
  readonly request: HttpRequest
  readonly decision: Decision
  readonly trace: Trace
}

type PlaceOf = (origin: Origin) => string

/** The way of one request as lines: the place in the YAML that caused a step, then the step. */
export function printTrace({ from, request, trace }: Explained, placeOf: PlaceOf): string {
  const places = trace.map(({ origin }) => (origin ? placeOf(origin) : '-'))
  const width = Math.max(...places.map(place => place.length))
  const lines = trace.map((step, i) => `${(places[i] ?? '').padEnd(width)}  ${describeStep(step)}`)
  return [`${request.method} ${urlOf(request)} from ${from}`, '', ...lines, ''].join('\n')
}

/** The same as one object, for programs. */
export function traceToJson({ from, request, decision, trace }: Explained, placeOf: PlaceOf): object {
  const { outcome, status, flags, details, cluster, endpoint, attempts, delayMs, mirrors, route } = decision
  return {
    from,
    request: {
      method: request.method,
      url: urlOf(request),
      host: request.authority,
      headers: Object.fromEntries(request.headers),
    },
    decision: {
      outcome,
      status,
      flags,
      details,
      route: route ? labelOf(route) : null,
      cluster,
      pod: endpoint?.pod ?? null,
      workload: endpoint?.workload ?? null,
      attempts,
      delayMs,
      mirrors: mirrors.map(copy => ({ cluster: copy.policy.cluster, pod: copy.endpoint?.pod ?? null })),
    },
    steps: trace.map(step => {
      const { origin, ...rest } = step
      return { ...rest, text: describeStep(step), at: origin ? placeOf(origin) : null }
    }),
  }
}

function urlOf({ scheme, dialHost, dialPort, path }: HttpRequest): string {
  return `${scheme}://${dialHost}:${String(dialPort)}${path}`
}
