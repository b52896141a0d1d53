import type { DocumentId } from '../core/base/ids.ts'
import { isWithin } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import { refusedOver } from '../core/base/refused-over.ts'
import { createPipeline, rangeIn, writeAssumed } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { accessLogLine } from '../core/route/index.ts'
import { explainRecord } from '../core/simulate/index.ts'
import { countUp, lineOf } from '../core/yaml/index.ts'
import { limitThatEnds, meshMapOf, metricsOf, showTimes, waterfallOf } from '../scene/index.ts'
import type { Metrics, Span, Stage } from '../scene/index.ts'
import { answerLanguage } from './language-answers.ts'
import { breaksOf } from './break-target.ts'
import { confirm } from './confirm-commands.ts'
import { repairsOf, reportDeath } from './death-report.ts'
import { draw } from './draw.ts'
import type { RunQuestion } from './draw.ts'
import { locateDiagnostics } from './locate.ts'
import { measure } from './measure.ts'
import type { Answer, Breaks, Change, Explanation, Picture, Question } from './protocol.ts'
import { chapterAt, filmOf, longerLogOf, playUntil, routerAt } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import { proxyConfigOf, proxyJsonOf, rowUses } from './proxy-answers.ts'
import { reachRow } from './reach-row.ts'
import { finish } from './steps.ts'
import type { Steps } from './steps.ts'
import { pagesOf, shownChapters } from './shown-chapters.ts'
import { reachOf } from './stretch.ts'

/** The engine: answers one question after the other, reusing what did not change between texts. */
export function createAnswerer(): (question: Question) => Answer {
  const answer = createStepwise()
  return question => finish(answer(question))
}

/** The same in steps: a picture that is left off in between is as if it had not been asked for. */
export function createStepwise(): (question: Question) => Steps<Answer> {
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

  function* run(question: RunQuestion): Steps<Picture> {
    const known = foretold?.id === question.after ? foretold?.world : undefined
    foretold = undefined
    const drawing = yield* draw(known ?? read(question), question, ++series)
    const { world, given, proxy, stage } = drawing.said
    drawn = { stage, documents: new Set(world.parsed.documents.map(document => document.id)) }
    if (world.readable) mapped = { world, traffic: given }
    if (world.readable) looked = proxy === undefined ? undefined : { world, proxy }
    current = drawing.run ?? current
    return drawing.picture
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

  return function* (question) {
    const { id } = question
    try {
      switch (question.kind) {
        case 'problems':
          foretold = { id, world: read(question) }
          return { kind: 'problems', id, problems: locateDiagnostics(foretold.world, drawn?.stage, drawn?.documents) }
        case 'run':
          return { kind: 'picture', id, picture: yield* run(question) }
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
