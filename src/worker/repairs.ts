import { repairsAt } from '../core/analyze/index.ts'
import { isWithin } from '../core/base/origin.ts'
import { applyEdits } from '../core/base/text-range.ts'
import type { World } from '../core/pipeline/index.ts'
import { buildStage, clusterParts, countUntil, fails } from '../scene/index.ts'
import type { CauseLink, Course, Death } from '../scene/index.ts'
import { begin, playUntil } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import type { Repair } from './protocol.ts'

/** More than these are not tried out, and the first that help are offered. */
const MOST_TRIED = 8
const MOST_OFFERED = 2
/** A longer text is not run again for each repair: then nothing is said of what one does. */
const LONGEST_TEXT = 300_000
const SHORTEST_MS = 10_000
const LONGEST_MS = 60_000

export interface RepairQuestion {
  readonly run: PlayedRun
  readonly death: Omit<Death, 'cause'>
  readonly hole: string
  readonly chain: readonly CauseLink[]
  /** When it left. */
  readonly atMs: number
  /** What another text means, beside the one in force. */
  readonly tryOut: (text: string) => World
}

/**
 * The repairs nearest to the end of the chain, each tried out on the same traffic: only those after which fewer requests
 * fail, with the numbers of both runs; and those of the cause itself, though all that it lets through fail of something else.
 */
export function findRepairs(question: RepairQuestion): readonly Repair[] {
  const { run, hole, atMs, tryOut } = question
  const { text } = run.world.parsed
  const candidates = candidatesOf(question)
  if (text.length > LONGEST_TEXT) return candidates.slice(0, MOST_OFFERED).map(({ isOfCause: _, ...repair }) => repair)
  const { fromMs } = run
  const wantedMs = Math.max(fromMs + SHORTEST_MS, Math.ceil(atMs / 1000) * 1000 + 5000)
  const untilMs = Math.min(fromMs + LONGEST_MS, run.log.untilMs, wantedMs)
  const now = failuresIn(run, untilMs, hole)
  const offered: Repair[] = []
  for (const { isOfCause, ...repair } of candidates.slice(0, MOST_TRIED)) {
    const world = tryOut(applyEdits(text, repair.edits))
    if (!world.readable || world.refused.size > run.world.refused.size) continue
    const again = playAgain(run, world, untilMs)
    const then = failuresIn(again, untilMs, hole)
    const isFewer = then.failed < now.failed
    const remains = isFewer || !isOfCause ? undefined : newCause(run, again, untilMs)
    if ((!isFewer && !remains) || then.here >= now.here) continue
    offered.push({
      ...repair,
      tried: {
        forMs: untilMs - fromMs,
        failedNow: now.failed,
        ofNow: now.of,
        failedThen: then.failed,
        ofThen: then.of,
        ...(remains && { remains }),
      },
    })
    if (offered.length === MOST_OFFERED) break
  }
  return offered
}

function playAgain({ series, fromMs, proxy, played, shown }: PlayedRun, world: World, untilMs: number): PlayedRun {
  const stage = buildStage(world, proxy, shown)
  return playUntil(begin({ series, fromMs, world, proxy, traffic: played, played, shown, stage }), untilMs)
}

/** Of the requests sent by a moment those that fail, and those that fall into this hole, whenever they do. */
function failuresIn({ departures }: PlayedRun, untilMs: number, hole: string) {
  const sent = departures.map(({ course, atMs }) => ({ course, n: countUntil(atMs, untilMs) }))
  const countOf = (fits: (course: Course) => boolean) =>
    sent.reduce((sum, { course, n }) => sum + (fits(course) ? n : 0), 0)
  return {
    of: countOf(() => true),
    failed: countOf(({ outcome, landsAtMs }) => fails(outcome) && landsAtMs < Infinity),
    here: countOf(({ end }) => end === hole),
  }
}

interface Candidate extends Repair {
  /** It mends what is wrong there, whatever else may be. */
  readonly isOfCause: boolean
}

/** The hole that more fall into than before, by the most. */
function newCause(before: PlayedRun, after: PlayedRun, untilMs: number): NonNullable<Repair['tried']>['remains'] {
  const known = deathsIn(before, untilMs)
  const more = [...deathsIn(after, untilMs)].filter(([of, failed]) => failed > (known.get(of) ?? 0))
  const [most] = more.sort(([a, m], [b, n]) => n - (known.get(b) ?? 0) - m + (known.get(a) ?? 0))
  return most && { of: most[0], failed: most[1] }
}

function deathsIn({ departures, chapters }: PlayedRun, untilMs: number): ReadonlyMap<string, number> {
  const holes = chapters.flatMap(({ stage }) => stage.holes)
  const words = new Map(holes.map(({ id, label, cause }) => [id, `${label}: ${cause}`]))
  const counts = new Map<string, number>()
  for (const { course, atMs } of departures) {
    const of = words.get(course.end)
    if (of !== undefined) counts.set(of, (counts.get(of) ?? 0) + countUntil(atMs, untilMs))
  }
  return counts
}

/** What diagnostics repair at the places of the chain, then what else can be changed there; each nearest to its end first. */
function candidatesOf({ run: { world }, chain, death }: RepairQuestion): readonly Candidate[] {
  const { parsed } = world
  const around = aroundOf(death)
  // The answer is no place to repair.
  const places = chain
    .slice(0, -1)
    .toReversed()
    .flatMap(({ origin }) => origin ?? [])
  const known = places.flatMap(place =>
    world.diagnostics.flatMap(({ fix, otherFixes = [], origin, code, severity }) =>
      fix && isWithin(origin, place)
        ? [fix, ...otherFixes].map(each => ({ ...each, code, isOfCause: severity === 'error' }))
        : [],
    ),
  )
  const others = places.flatMap(place => repairsAt(parsed, place, around))
  const found = new Map<string, Candidate>()
  for (const repair of [...known, ...others.map(each => ({ ...each, isOfCause: false }))]) {
    const text = applyEdits(parsed.text, repair.edits)
    if (!found.has(text)) found.set(text, repair)
  }
  return [...found.values()]
}

function aroundOf({ decision, router, world, proxy, request }: Omit<Death, 'cause'>) {
  const parts = clusterParts(decision.leg?.cluster ?? decision.cluster)
  const live = [...router.config.clusters.values()].flatMap(({ name, endpoints }) => {
    const other = clusterParts(name)
    const isThere =
      other?.host === parts?.host && other?.port === parts?.port && endpoints.some(({ healthy }) => healthy)
    return other && isThere ? [other.subset] : []
  })
  const [name, namespace] = request.dialHost.split('.')
  const wanted = world
    .hiddenFrom(proxy)
    .filter(({ reason, resource }) => reason === 'notImported' && resource.name === name)
    .map(({ resource }) => resource.namespace)
    .filter(each => namespace === undefined || each === namespace)
  return { liveSubsets: live, wantedNamespaces: [...new Set(wanted)] }
}
