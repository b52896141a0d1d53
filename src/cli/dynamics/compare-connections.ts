import type { Disagreement } from '../conform/disagreement.ts'
import { isSame, show } from '../conform/disagreement.ts'
import type { Facts } from './facts.ts'
import type { Observation } from './observe.ts'
import type { ConnectionRecord } from './recording.ts'
import { endsWithTime } from './timed-case.ts'

/**
 * Requests that nobody waits for (those of a fixed rate, and copies) may overlap where the recorder's machine paused: so
 * many connections more were opened, never fewer.
 */
const BY_PAUSES = 2

const NONE: ConnectionRecord = { connections: 0, requestsPerConnection: {} }

/**
 * The connections of each pod. Of a single run with all it is decided: how many, and how many requests over each. Else as
 * many as some run opened; where even the number of requests is a matter of timing, as many requests over each will do.
 */
export function compareConnections(
  { one, recording, tolerance, isLeftOut }: Pick<Facts, 'one' | 'recording' | 'tolerance' | 'isLeftOut'>,
  runs: readonly Pick<Observation, 'connections' | 'traffic'>[],
): readonly Disagreement[] {
  const theirs = recording.connections
  if (!theirs || isLeftOut('connections')) return []
  const byTiming = tolerance.byTiming || tolerance.shares !== undefined || one.flows.some(endsWithTime)
  const isOpen = one.flows.some(({ load }) => load.kind === 'rate')
  const copied = new Set(
    runs.flatMap(({ traffic }) => Object.values(traffic).flatMap(({ copies }) => Object.keys(copies))),
  )
  const pods = [...new Set([theirs, ...runs.map(({ connections }) => connections)].flatMap(all => Object.keys(all)))]
  return pods.flatMap(pod => {
    const recorded = theirs[pod] ?? NONE
    const ours = runs.map(({ connections }) => connections[pod] ?? NONE)
    const isPaced = !isOpen && !copied.has(pod.replace(/-\d+$/, ''))
    const agrees =
      runs.length === 1 && isPaced && !byTiming
        ? ours.every(own => isSame(own, recorded))
        : isBetween(recorded, ours, isPaced ? 0 : BY_PAUSES) ||
          (byTiming && ours.some(own => carryAlike(own, recorded)))
    return agrees ? [] : [{ field: `connections of ${pod}`, expected: show(recorded), got: show(ours) }]
  })
}

function isBetween({ connections }: ConnectionRecord, ours: readonly ConnectionRecord[], more: number): boolean {
  const counts = ours.map(own => own.connections)
  return connections >= Math.min(...counts) && connections <= Math.max(...counts) + more
}

function carryAlike(a: ConnectionRecord, b: ConnectionRecord): boolean {
  return isSame(Object.keys(a.requestsPerConnection), Object.keys(b.requestsPerConnection))
}
