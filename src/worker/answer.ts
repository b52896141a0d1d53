import type { DocumentId } from '../core/base/ids.ts'
import { isWithin } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import { refusedOver } from '../core/base/refused-over.ts'
import { createPipeline, rangeIn, writeAssumed } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { accessLogLine } from '../core/route/index.ts'
import { explainRecord } from '../core/simulate/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { countUp, lineOf } from '../core/yaml/index.ts'
import { limitThatEnds, meshMapOf, metricsOf, showTimes, waterfallOf } from '../scene/index.ts'
import type { Metrics, Span, Stage } from '../scene/index.ts'
import { answerLanguage } from './language-answers.ts'
import { breaksOf } from './break-target.ts'
import { callersOf, unseenBy, unseenRanges } from './callers.ts'
import { confirm } from './confirm-commands.ts'
import { repairsOf, reportDeath } from './death-report.ts'
import { locateDiagnostics, rangesOf } from './locate.ts'
import { locateSlides } from './locate-slides.ts'
import { measure } from './measure.ts'
import type { Answer, Breaks, Change, Explanation, Picture, Question } from './protocol.ts'
import { begin, chapterAt, filmOf, logOf, longerLogOf, playUntil, routerAt } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import { proxyConfigOf, proxyJsonOf, rowUses } from './proxy-answers.ts'
import { readChange } from './read-change.ts'
import type { Read } from './read-change.ts'
import { reachRow } from './reach-row.ts'
import { pagesOf, shownChapters } from './shown-chapters.ts'
import { reachOf } from './stretch.ts'
import { routingOf } from './routing-of.ts'
import { beginningOf, signatureOf } from './signature.ts'
import type { Staged } from './signature.ts'

type RunQuestion = Extract<Question, { kind: 'run' }>

/** The engine: answers one question after the other, reusing what did not change between texts. */
export function createAnswerer(): (question: Question) => Answer {
  const newId = countUp()
  const pipeline = createPipeline({}, {}, newId)
  /** For texts that are only tried out. */
  const trial = createPipeline({}, {}, newId)
  /** What the last answered `run` left behind, for questions about it. */
  let current: PlayedRun | undefined
  let series = 0
  /** Of the last text, readable or not. */
  let lastWorld: World | undefined
  /** Of which text that was a version. */
  let opened: number | undefined
  /** What the cluster had before the change, or all that is being typed. */
  let stored: World['stored'] | undefined
  let typing: number | undefined
  /** Whose configuration can be looked at, also where it sends nothing. */
  let looked: Pick<PlayedRun, 'world' | 'proxy'> | undefined
  /** What the last question for problems worked out. */
  let foretold: { readonly id: number; readonly world: World } | undefined
  /** The stage of the last `run`, and what its text was made of. */
  let drawn: { readonly stage: Stage | undefined; readonly documents: ReadonlySet<DocumentId> } | undefined
  /** Of the last text that could be read. */
  let mapped: Pick<PlayedRun, 'world' | 'traffic'> | undefined

  function read(change: Change): World {
    const isVersion = change.opened !== undefined && change.opened === opened
    if (!isVersion) stored = undefined
    else if (change.typing === undefined || change.typing !== typing) stored = lastWorld?.stored
    typing = change.typing
    opened = change.opened
    return (lastWorld = pipeline.run(change.text, stored))
  }

  function run(question: RunQuestion): Picture {
    const known = foretold?.id === question.after ? foretold?.world : undefined
    foretold = undefined
    const said = readChange(known ?? read(question), question)
    const { world, given, proxy, traffic, shown, stage } = said
    drawn = { stage, documents: new Set(world.parsed.documents.map(document => document.id)) }
    if (world.readable) mapped = { world, traffic: given }
    if (world.readable) looked = proxy === undefined ? undefined : { world, proxy }
    const { nowMs = 0, shownMs = nowMs, before } = question
    const played = playedOf(world, traffic, shown)
    const asked = { fromMs: nowMs, untilMs: reachOf(played, shownMs, question.untilMs) }
    const staged = stagedOf(world, traffic, shown, stage)
    const { fromMs, untilMs } = before?.beginning === beginningOf(staged, before?.fromMs ?? 0) ? before : asked
    if (!world.readable || proxy === undefined || !stage) return pictureOf(said, staged, fromMs)
    const begun = begin({ series: ++series, fromMs, world, proxy, traffic, played, shown, stage })
    current = playUntil(begun, untilMs)
    return pictureOf(said, staged, fromMs, current)
  }

  function explain(number: number): Explanation | undefined {
    const record = current?.log.requests[number - 1]
    if (!current || !record) return undefined
    const { world, proxy } = current
    const router = routerAt(current, record.client.proxy, record.atMs)
    const { decision, trace } = explainRecord(record, router, current.log)
    const { request } = record.requestClass
    const shown = showTimes(current.departures)
    const tries = waterfallOf(record, shown)
    const death = reportDeath(current, record)
    const rows = chapterAt(current.chapters, record.atMs)?.stage.rules.flatMap(card => card.rows)
    const earlierRow = (place: Origin | undefined) =>
      refusedOver(world.kept, place) && rows?.find(({ origin }) => place && origin && isWithin(place, origin))
    return {
      number,
      atMs: record.atMs,
      method: request.method,
      url: request.path,
      headers: [...request.headers],
      status: decision?.status,
      flags: decision?.flags ?? '',
      endShownMs: shown.endShownOf(record),
      ...(death && { death }),
      ...(tries && { tries }),
      accessLog: decision && accessLogLine(request, decision, trace, record.atMs),
      confirm: decision ? confirm(proxy, request, decision, router.config) : [],
      steps: trace.map(step => {
        const limit = step.kind === 'answer' && decision ? limitThatEnds(decision, router, world.mesh) : undefined
        const origin = limit ?? step.origin
        const range = origin && rangeIn(world, origin)
        const row = earlierRow(origin)
        return { step, range, line: range && lineOf(world.parsed.text, range.start), ...(row && { row: row.id }) }
      }),
    }
  }

  return question => {
    const { id } = question
    try {
      switch (question.kind) {
        case 'problems':
          foretold = { id, world: read(question) }
          return { kind: 'problems', id, problems: locateDiagnostics(foretold.world, drawn?.stage, drawn?.documents) }
        case 'run':
          return { kind: 'picture', id, picture: run(question) }
        case 'explain':
          return { kind: 'explanation', id, explanation: explain(question.number) }
        case 'repairs': {
          const record = current?.log.requests[question.number - 1]
          const tryOut = (text: string) => trial.run(text, current?.world.stored)
          return { kind: 'repairs', id, repairs: current && record ? repairsOf(current, record, tryOut) : [] }
        }
        case 'reach':
          return { kind: 'reach', id, reach: current && reachRow(current, question.row, question.atMs) }
        case 'metrics': {
          return { kind: 'metrics', id, metrics: current && metricsAt(current, question) }
        }
        case 'pools':
          return { kind: 'pools', id, pools: current && filmOf(current, question) }
        case 'write-assumed':
          return { kind: 'edits', id, edits: current ? writeAssumed(current.world) : [] }
        case 'measure':
          return { kind: 'measured', id, measured: measure(question.text) }
        case 'breaks': {
          const { target, nowMs } = question
          return { kind: 'breaks', id, breaks: current && breaksAt(current, target, nowMs) }
        }
        case 'proxy-config': {
          const { section, filter } = question
          return {
            kind: 'proxy-config',
            id,
            config: looked && proxyConfigOf(looked.world, looked.proxy, section, filter),
          }
        }
        case 'mesh-map':
          return { kind: 'mesh-map', id, map: mapped && meshMapOf(mapped.world, mapped.traffic) }
        case 'proxy-uses':
          return { kind: 'proxy-uses', id, uses: current && current.world === looked?.world ? rowUses(current) : [] }
        case 'proxy-json': {
          const { section, row } = question
          return { kind: 'proxy-json', id, text: looked ? proxyJsonOf(looked.world, looked.proxy, section, row) : '' }
        }
        case 'language': {
          lastWorld ??= pipeline.run(question.text)
          const { mesh } = lastWorld
          const read = question.text === lastWorld.parsed.text ? lastWorld : pipeline.read(question.text)
          return { kind: 'language', id, answer: answerLanguage({ ...read, mesh }, question) }
        }
        case 'extend': {
          if (!current) return { kind: 'longer-log', id, log: undefined }
          const before = current
          const knownMs = before.log.untilMs
          current = playUntil(before, Math.max(reachOf(before.played, knownMs, question.untilMs), knownMs))
          const log = longerLogOf(current, before, question.known)
          const isSame = log.growsFrom === 'known' && current.chapters.length === 1
          return { kind: 'longer-log', id, log: { ...log, ...(!isSame && { chapters: pagesOf(current) }) } }
        }
      }
    } catch (error) {
      return { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}

/** To what the stage shows then; the traffic is all that runs or is assumed. */
function breaksAt({ world, traffic, chapters }: PlayedRun, target: string, nowMs: number): Breaks | undefined {
  const chapter = chapterAt(chapters, nowMs)
  return chapter && breaksOf(world, traffic, chapter.stage, target, nowMs)
}

/** The same figures as on the stage: of what left in the chapter whose numbers it shows at the moment. */
function metricsAt(run: PlayedRun, { fromMs, untilMs }: Span): Metrics | undefined {
  const { log, chapters } = run
  const counts = chapterAt(shownChapters(run), untilMs)?.counts
  const counted = chapters.filter(chapter => chapter.counts === counts)
  const stage = chapterAt(counted, untilMs)?.stage
  const [first] = counted
  if (!first || !stage) return undefined
  return metricsOf(log, stage, { fromMs: Math.max(fromMs, first.fromMs), untilMs }, counted.at(-1)?.toMs)
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
