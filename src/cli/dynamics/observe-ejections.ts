import type { ClusterEvent } from '../../core/simulate/index.ts'
import type { Ejection } from './recording.ts'

const TYPES = {
  'consecutive-5xx': 'CONSECUTIVE_5XX',
  'consecutive-gateway-failure': 'CONSECUTIVE_GATEWAY_FAILURE',
  'consecutive-local-origin-failure': 'CONSECUTIVE_LOCAL_ORIGIN_FAILURE',
} as const

/** As the proxy's outlier event log has them. */
export function toEjections(events: readonly ClusterEvent[]): readonly Ejection[] {
  const types = new Map<string, string>()
  return events.flatMap((event): Ejection[] => {
    if (event.kind !== 'ejected' && event.kind !== 'returned') return []
    const { pod } = event.endpoint
    const t = event.atMs / 1000
    const key = `${event.cluster} ${pod}`
    if (event.kind === 'returned') return [{ t, pod, action: 'UNEJECT', type: types.get(key) ?? '' }]
    const type = TYPES[event.because]
    if (!event.enforced) return [{ t, pod, action: 'EJECT', type, enforced: false }]
    types.set(key, type)
    return [{ t, pod, action: 'EJECT', type }]
  })
}

export function mostEjectedAtOnce(events: readonly ClusterEvent[]): number {
  const out = new Set<string>()
  let most = 0
  for (const event of events) {
    if (event.kind === 'returned') out.delete(`${event.cluster} ${event.endpoint.pod}`)
    if (event.kind === 'ejected' && event.enforced) out.add(`${event.cluster} ${event.endpoint.pod}`)
    most = Math.max(most, out.size)
  }
  return most
}
