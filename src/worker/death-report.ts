import { canKill } from '../core/analyze/index.ts'
import { isWithin } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import { rangeIn } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { explainRecord } from '../core/simulate/index.ts'
import type { RequestRecord } from '../core/simulate/index.ts'
import { lineOf } from '../core/yaml/index.ts'
import { causeChain, endIn } from '../scene/index.ts'
import type { CauseLink, Death } from '../scene/index.ts'
import { chapterAt, routerAt } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import type { DeathReport, Repair } from './protocol.ts'
import { findRepairs } from './repairs.ts'

interface Found {
  readonly death: Omit<Death, 'cause'>
  readonly hole: string
  readonly chain: readonly CauseLink[]
}

/** A request's death and its cause; undefined where it fell into no hole. */
function findDeath(run: PlayedRun, record: RequestRecord): Found | undefined {
  const router = routerAt(run, record.client.proxy, record.atMs)
  const { decision, trace } = explainRecord(record, router, run.log)
  const chapter = chapterAt(run.chapters, record.atMs)
  if (!decision || !chapter) return undefined
  const { request } = record.requestClass
  const end = endIn(chapter.stage, decision, request)
  if (end.kind !== 'hole') return undefined
  const { patienceMs } = record.client
  const death = { decision, trace, request, router, world: chapter.world, proxy: run.proxy, patienceMs }
  return { death, hole: end.id, chain: causeChain({ ...death, cause: end.cause }) }
}

/** The cause with its places in the text, and who else died of it in the same chapter. */
export function reportDeath(run: PlayedRun, record: RequestRecord): DeathReport | undefined {
  const found = findDeath(run, record)
  if (!found) return undefined
  const { world } = run
  const chain = found.chain.map(({ origin, ...words }) => {
    const range = origin && rangeIn(world, origin)
    return { ...words, range, line: range && lineOf(world.parsed.text, range.start) }
  })
  const places = found.chain.flatMap(({ origin }) => origin ?? [])
  return { hole: found.hole, chain, problems: problemsAt(world, places), classes: classesIn(run, record, found.hole) }
}

/** What is said to be wrong at places or at their own fields and may be why they die, each title once. */
function problemsAt(world: World, places: readonly Origin[]): DeathReport['problems'] {
  const isAt = (origin: Origin) =>
    places.some(place => isWithin(origin, place) && origin.path.length <= place.path.length + 2)
  const found = world.diagnostics.filter(
    ({ code, severity, origin }) => /error|warning/.test(severity) && canKill(code) && isAt(origin),
  )
  return [...new Map(found.map(({ code, title }) => [`${code} ${title}`, { code, title }])).values()]
}

/** When requests of each class fell into a hole: as long as the numbers of the chapter of one of them go on. */
function classesIn(
  { chapters, departures, log }: PlayedRun,
  { atMs }: RequestRecord,
  hole: string,
): DeathReport['classes'] {
  const landings = new Map<string, number[]>()
  const own = chapterAt(chapters, atMs)?.counts
  for (const { chapter, course, atMs: leftMs, numbers } of departures) {
    if (chapter !== own || course.end !== hole) continue
    for (const [i, number] of numbers.entries()) {
      const label = log.requests[number - 1]?.requestClass.label ?? ''
      const known = landings.get(label)
      const at = (leftMs[i] ?? 0) + course.landsAtMs
      if (known) known.push(at)
      else landings.set(label, [at])
    }
  }
  return [...landings].map(([label, times]) => ({ label, landsAtMs: Float64Array.from(times).sort() }))
}

/** What would keep it from dying. */
export function repairsOf(run: PlayedRun, record: RequestRecord, tryOut: (text: string) => World): readonly Repair[] {
  const found = findDeath(run, record)
  return found ? findRepairs({ run, ...found, atMs: record.atMs, tryOut }) : []
}
