import { sinceBounce } from './closures.ts'
import { faultsAt } from './faults.ts'
import type { ShownFault } from './faults.ts'
import type { Happenings } from './happenings.ts'
import { podStateAt } from './pod-tracks.ts'
import type { PodState } from './pod-tracks.ts'

/** What holds beside the requests at one time. */
export interface Moment {
  readonly nowMs: number
  /** Since when numbers count, where something was changed; absent: from the beginning. */
  readonly sinceMs?: number
  /** Pods that are not as the stage has them. */
  readonly pods: ReadonlyMap<string, PodState>
  /** What is wrong with pods themselves, whoever looks. */
  readonly faults?: ReadonlyMap<string, readonly ShownFault[]>
  /** Gates that are closed, by the cluster whose limit it is: how long ago the last request was turned away. */
  readonly closed: ReadonlyMap<string, number>
  /** Holes that nothing has fallen into yet. */
  readonly unopened: ReadonlySet<string>
}

export const NO_MOMENT: Moment = { nowMs: 0, pods: new Map(), closed: new Map(), unopened: new Set() }

export function momentAt(happenings: Happenings | undefined, nowMs: number, sinceMs = 0): Moment {
  const pods = new Map<string, PodState>()
  const closed = new Map<string, number>()
  for (const track of happenings?.pods ?? []) {
    const state = podStateAt(track, nowMs)
    if (state) pods.set(track.id, state)
  }
  for (const closure of happenings?.closures ?? []) {
    const since = sinceBounce(closure, nowMs)
    if (since !== undefined) closed.set(closure.cluster, since)
  }
  const later = (happenings?.opened ?? []).filter(({ atMs }) => atMs > nowMs)
  const faults = faultsAt(happenings?.faults, nowMs)
  return {
    nowMs,
    ...(sinceMs > 0 && { sinceMs }),
    pods,
    faults,
    closed,
    unopened: new Set(later.map(({ hole }) => hole)),
  }
}

/** Nobody sends it anything. */
export const isOff = (state: PodState | undefined): boolean =>
  state?.kind === 'out' || state?.kind === 'not-ready' || state?.kind === 'gone'
