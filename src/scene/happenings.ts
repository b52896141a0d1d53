import type { PodFault } from '../core/scenario/index.ts'
import type { EventLog } from '../core/simulate/index.ts'
import { closuresOf } from './closures.ts'
import type { Closures } from './closures.ts'
import type { ConfigAt } from './config-at.ts'
import { shownFaults } from './faults.ts'
import type { ShownFault } from './faults.ts'
import { happeningMarks } from './happening-marks.ts'
import type { HappeningMark } from './happening-marks.ts'
import { podTracks } from './pod-tracks.ts'
import type { PodTrack } from './pod-tracks.ts'
import type { HoleNode, Stage } from './stage.ts'
import { staysOf } from './stays.ts'
import { showTimes } from './show-times.ts'
import type { Departures } from './timetable.ts'

/**
 * What happens beside the requests, for the stage's own proxy; plain data with sorted times, so that the state at any time
 * is found by bisection. All times are those at which the stage shows it: what answers of pods bring about shows when these
 * requests land.
 */
export interface Happenings {
  /** Pods of the stage that anything happens to. */
  readonly pods: readonly PodTrack[]
  /** Limits that turn requests away, by the hole these fall into. */
  readonly closures: readonly Closures[]
  /** When the first request turned to each hole that nothing in the text alone makes certain. */
  readonly opened: readonly { readonly hole: string; readonly atMs: number }[]
  /** Pods that a Scenario has fail or slow down. */
  readonly faults?: readonly ShownFault[]
  /** By time. */
  readonly marks: readonly HappeningMark[]
}

export const NO_HAPPENINGS: Happenings = { pods: [], closures: [], opened: [], marks: [] }

/** `stages`: one a chapter; `configs`: by time, the first at 0, also where the run begins later, at `fromMs`. */
export function happeningsOf(
  log: EventLog,
  stages: readonly Stage[],
  departures: readonly Departures[],
  configs: readonly ConfigAt[],
  { faults: podFaults = [], fromMs = 0 }: { readonly faults?: readonly PodFault[]; readonly fromMs?: number } = {},
): Happenings {
  const seenBy = stages[0]?.proxy
  const events = log.events.filter(({ proxy, atMs }) => proxy === seenBy && atMs <= log.untilMs)
  const requests = log.requests.filter(({ client }) => client.proxy === seenBy)
  const latestFirst = stages.toReversed().flatMap(({ workloads }) => workloads.flatMap(each => each.pods))
  const dots = new Map(latestFirst.map(pod => [pod.id, pod]))
  const holes = new Map(stages.flatMap(stage => stage.holes.map(hole => [hole.id, hole])))
  const shown = showTimes(departures)
  const stays = staysOf(events, requests, shown, configs)
  const pods = podTracks([...dots.values()], stays, configs)
  const closures = closuresOf([...holes.values()], departures)
  const opened = openings([...holes.values()], departures)
  const faults = shownFaults(podFaults).filter(({ id }) => dots.has(id))
  const all = happeningMarks({ events, requests, shown, pods, closures, dots, holes, faults })
  const marks = all.filter(({ atMs }) => atMs >= fromMs)
  return { pods, closures, opened, faults, marks }
}

function openings(holes: readonly HoleNode[], departures: readonly Departures[]): Happenings['opened'] {
  return holes.flatMap(hole => {
    if (hole.share > 0) return []
    const firsts = departures
      .filter(({ course, atMs }) => course.end === hole.id && atMs.length > 0)
      .map(({ course, atMs }) => (atMs[0] ?? 0) + course.turnsAtMs)
    return [{ hole: hole.id, atMs: Math.min(...firsts) }]
  })
}
