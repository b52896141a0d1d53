import type { ProxyId } from '../core/base/ids.ts'
import { planRun } from '../core/pipeline/index.ts'
import type { RunPlan, World } from '../core/pipeline/index.ts'
import type { Router } from '../core/route/index.ts'
import { faultsOf } from '../core/scenario/index.ts'
import { createSimulation, presumeAnswer } from '../core/simulate/index.ts'
import type { EventLog, RequestRecord, Simulation, Traffic } from '../core/simulate/index.ts'
import { buildStage, departuresOf, filmPools, grow, growthOf, happeningsOf, seenIn } from '../scene/index.ts'
import type { ConfigAt, Departures, Growth, PoolFilm, Seen, Span, Stage } from '../scene/index.ts'
import { chaptersOf } from './chapters.ts'
import type { StagedChapter } from './chapters.ts'
import type { KnownLog, Log, LongerLog } from './protocol.ts'

/** A run as far as it has been simulated, for questions about it. */
export interface PlayedRun {
  /** Of the engine's runs, from 1. */
  readonly series: number
  /** When its first request may leave, by the clock of the Scenario; what a Scenario has done by then is done. */
  readonly fromMs: number
  readonly world: World
  readonly proxy: ProxyId
  readonly plan: RunPlan
  readonly simulation: Simulation
  /** Whoever calls, simulated or not. */
  readonly traffic: Traffic
  /** All that is simulated. */
  readonly played: Traffic
  /** What of it the proxy sends. */
  readonly shown: Traffic
  readonly chapters: readonly PlayedChapter[]
  readonly log: EventLog
  /** Of all chapters, as the page has them. */
  readonly departures: readonly Departures[]
  /** What they have more than before; undefined: a picture has changed, and all courses with it. */
  readonly growth: Growth | undefined
  /** Requests that had come to no end. */
  readonly open: readonly RequestRecord[]
}

/** A chapter with its picture, which has a hole for every end that its requests were seen to come to. */
export interface PlayedChapter extends StagedChapter {
  /** It ends before this. */
  readonly toMs: number
  readonly seen: readonly Seen[]
}

/** How far beyond what is asked for at first, and at the most, so that requests that leave by then come to their end. */
const FIRST_SETTLE_MS = 500
const SETTLE_MS = 30_000

type Begun = Pick<
  PlayedRun,
  'series' | 'fromMs' | 'world' | 'proxy' | 'plan' | 'simulation' | 'traffic' | 'played' | 'shown'
> & {
  readonly chapters: readonly (StagedChapter & { readonly seen: readonly Seen[] })[]
}

export interface RunInput {
  readonly series: number
  readonly fromMs: number
  readonly world: World
  readonly proxy: ProxyId
  readonly traffic: Traffic
  /** All that is simulated. */
  readonly played: Traffic
  /** What of it the proxy sends. */
  readonly shown: Traffic
  /** Of the whole text. */
  readonly stage: Stage
}

/** A run of which nothing has been simulated yet. */
export function begin({ series, fromMs, world, proxy, traffic, played, shown, stage }: RunInput): Begun {
  const plan = planRun(world, [...new Set(played.clients.map(client => client.proxy))])
  const { changes = [], pods } = plan
  const simulation = createSimulation({
    traffic: played,
    routerFor: client => routerAt({ plan }, client, fromMs),
    changes: changes.filter(({ atMs }) => atMs > fromMs),
    startedAtMs: fromMs,
    ...(pods && { pods }),
  })
  const chapters =
    plan.routerFor === world.routerFor
      ? [{ fromMs, label: '', world, stage, counts: 0, seen: [] }]
      : chaptersOf(world, plan, proxy, shown, fromMs).map(one => ({ ...one, seen: [] }))
  return { series, fromMs, world, proxy, plan, simulation, traffic, played, shown, chapters }
}

/** The same run up to `untilMs`; a stage that gains nothing by it stays the same object. */
export function playUntil(run: Begun | PlayedRun, untilMs: number): PlayedRun {
  const whole = settle(run.simulation, untilMs)
  const log = { ...whole, untilMs, requests: whole.requests.filter(({ atMs }) => atMs < untilMs) }
  const own = log.requests.filter(({ client }) => client.proxy === run.proxy)
  const seenBy = run.chapters.map(({ fromMs, counts }, i) => {
    if (counts !== i) return []
    const toMs = run.chapters.find(other => other.counts > i)?.fromMs ?? Infinity
    return seenIn(own.filter(({ atMs }) => atMs >= fromMs && atMs < toMs))
  })
  const chapters = run.chapters.map((one, i): PlayedChapter => {
    const { world, counts } = one
    const toMs = run.chapters[i + 1]?.fromMs ?? Infinity
    const seen = seenBy[counts] ?? []
    const isKnown = one.seen.length === seen.length
    const stage = isKnown ? one.stage : buildStage(world, run.proxy, run.shown, seen)
    return { ...one, toMs, seen, stage }
  })
  const before = 'log' in run && chapters.every(({ stage }, i) => stage === run.chapters[i]?.stage) ? run : undefined
  const { departures: known, open, log: shorter } = before ?? NOTHING
  const news = { ...log, requests: [...open, ...log.requests.slice(shorter.requests.length)] }
  const presume = (record: RequestRecord) => presumeAnswer(record, routerAt(run, run.proxy, record.atMs))
  const growth = growthOf(
    known,
    open.map(({ number }) => number),
    chapters.flatMap(({ counts: chapter, fromMs, toMs, stage }) =>
      departuresOf(news, stage, { chapter, fromMs, toMs }, presume),
    ),
  )
  return {
    ...run,
    chapters,
    log,
    departures: grow(known, growth),
    growth: before && growth,
    open: own.filter(({ decision }) => decision === undefined),
  }
}

const NOTHING: Pick<PlayedRun, 'departures' | 'open'> & { readonly log: Pick<EventLog, 'requests'> } = {
  departures: [],
  open: [],
  log: { requests: [] },
}

/** As far beyond a moment as requests that left before it need, and not further. */
function settle(simulation: Simulation, untilMs: number): EventLog {
  for (let beyondMs = FIRST_SETTLE_MS; ; beyondMs = Math.min(4 * beyondMs, SETTLE_MS)) {
    const log = simulation.runUntil(untilMs + beyondMs)
    const isSettled = log.requests.every(({ atMs, decision }) => decision !== undefined || atMs >= untilMs)
    if (isSettled || beyondMs === SETTLE_MS) return log
  }
}

/** What the page gets of it at first. */
export const logOf = (run: PlayedRun): Log => ({ ...headOf(run), departures: run.departures })

/** What it gets when it has gone on since `before`: only what is new, if that is what the page knows. */
export function longerLogOf(run: PlayedRun, before: PlayedRun, known: KnownLog): LongerLog {
  const isKnown = known.series === before.series && known.untilMs === before.log.untilMs
  return isKnown && run.growth
    ? { ...headOf(run), growth: run.growth, growsFrom: 'known' }
    : { ...headOf(run), growth: growthOf([], [], run.departures), growsFrom: 'nothing' }
}

function headOf(run: PlayedRun): Omit<Log, 'departures'> {
  const { series, fromMs, world, log, chapters, departures } = run
  const stages = chapters.map(({ stage }) => stage)
  const pods = chapters.flatMap(chapter => chapter.world.mesh.workloads).flatMap(workload => workload.pods)
  const known = [...new Map(pods.map(pod => [`${pod.namespace}/${pod.name}`, pod])).values()]
  const faults = world.scenario ? faultsOf(world.scenario.resource, known) : []
  const happenings = happeningsOf(log, stages, departures, configsOf(run), { faults, fromMs })
  return { series, fromMs, untilMs: log.untilMs, happenings }
}

/** What the proxy's clusters and pods have under way over a stretch of the run. */
export function filmOf(run: PlayedRun, { fromMs, untilMs }: Span): PoolFilm {
  const { log, departures, proxy } = run
  const clusterOf = (record: RequestRecord): string | undefined =>
    (record.decision ?? presumeAnswer(record, routerAt(run, proxy, record.atMs)))?.cluster
  const input = {
    requests: log.requests.filter(({ client }) => client.proxy === proxy),
    events: log.events.filter(event => event.proxy === proxy),
    connections: (log.connections ?? []).filter(track => track.proxy === proxy),
    departures,
    configs: configsOf(run),
    clusterOf,
  }
  return filmPools(input, { fromMs, untilMs: Math.min(untilMs, log.untilMs) })
}

/** What the proxy is told one after the other. */
const configsOf = ({ plan, proxy }: PlayedRun): readonly ConfigAt[] => [
  { atMs: 0, config: plan.routerFor(proxy).config },
  ...(plan.changes ?? [])
    .filter(change => change.proxy === undefined || change.proxy === proxy)
    .map(({ atMs, routerFor }) => ({ atMs, config: routerFor(proxy).config })),
]

/** The chapter that a moment of the run is in. */
export function chapterAt<Each extends { readonly fromMs: number }>(
  chapters: readonly Each[],
  atMs: number,
): Each | undefined {
  return chapters.findLast(({ fromMs }) => fromMs <= atMs) ?? chapters[0]
}

/** What a proxy routed by at a moment. */
export function routerAt({ plan }: Pick<PlayedRun, 'plan'>, proxy: ProxyId, atMs: number): Router {
  const last = plan.changes?.findLast(
    change => change.atMs <= atMs && (change.proxy === undefined || change.proxy === proxy),
  )
  return (last ?? plan).routerFor(proxy)
}
