import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type { Stage } from '../scene/index.ts'
import { callersOf, unseenBy, unseenRanges } from './callers.ts'
import { locateDiagnostics, rangesOf } from './locate.ts'
import { locateSlides } from './locate-slides.ts'
import { begin, logOf, playUntil } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import type { Picture, Question } from './protocol.ts'
import { readChange } from './read-change.ts'
import type { Read } from './read-change.ts'
import { routingOf } from './routing-of.ts'
import { pagesOf } from './shown-chapters.ts'
import { beginningOf, signatureOf } from './signature.ts'
import type { Staged } from './signature.ts'
import type { Steps } from './steps.ts'
import { reachOf } from './stretch.ts'

export type RunQuestion = Extract<Question, { kind: 'run' }>

export interface Drawing {
  readonly said: Read
  readonly picture: Picture
  /** Absent: nobody calls. */
  readonly run?: PlayedRun
}

/** The stage of a text, a run on it as far as is asked, and what the page gets of both. */
export function* draw(world: World, question: RunQuestion, series: number): Steps<Drawing> {
  const said = readChange(world, question)
  yield
  const { proxy, traffic, shown, stage } = said
  const { nowMs = 0, shownMs = nowMs, before } = question
  const played = playedOf(world, traffic, shown)
  const asked = { fromMs: nowMs, untilMs: reachOf(played, shownMs, question.untilMs) }
  const staged = stagedOf(world, traffic, shown, stage)
  const { fromMs, untilMs } = before?.beginning === beginningOf(staged, before?.fromMs ?? 0) ? before : asked
  yield
  if (!world.readable || proxy === undefined || !stage) return { said, picture: pictureOf(said, staged, fromMs) }
  const begun = begin({ series, fromMs, world, proxy, traffic, played, shown, stage })
  yield
  const run = playUntil(begun, untilMs)
  yield
  return { said, run, picture: pictureOf(said, staged, fromMs, run) }
}

/** Clients of a Scenario share its pods; else nobody notices the others. */
const playedOf = ({ scenario }: World, traffic: Traffic, shown: Traffic): Traffic => (scenario ? traffic : shown)

function stagedOf(world: World, traffic: Traffic, shown: Traffic, stage: Stage | undefined): Staged {
  const { scenario } = world
  return { stage, traffic, scenario, routing: stage ? routingOf(world, playedOf(world, traffic, shown).clients) : '' }
}

function pictureOf(
  { world, proxy, traffic, stage: whole }: Read,
  staged: Staged,
  fromMs: number,
  run?: PlayedRun,
): Picture {
  const chapters = run ? pagesOf(run) : []
  const [only] = run?.chapters.length === 1 ? run.chapters : []
  const stage = only?.stage ?? whole
  const ranges = only ? chapters[0]?.ranges : stage && rangesOf(world, stage)
  return {
    readable: world.readable,
    diagnostics: locateDiagnostics(world, stage),
    stage,
    signature: signatureOf(staged),
    beginning: beginningOf(staged, fromMs),
    proxy,
    services: world.mesh.services.size,
    callers: callersOf(world, traffic),
    unseen: proxy === undefined ? [] : unseenBy(world, proxy),
    traffic,
    ranges: new Map([...(ranges ?? []), ...(proxy === undefined ? [] : unseenRanges(world, proxy))]),
    chapters,
    log: run ? logOf(run) : { series: 0, fromMs, untilMs: fromMs, departures: [] },
    presentation: locateSlides(world),
  }
}
