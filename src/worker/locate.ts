import { canKill } from '../core/analyze/index.ts'
import type { DocumentId } from '../core/base/ids.ts'
import { isWithin } from '../core/base/origin.ts'
import { refusedOver } from '../core/base/refused-over.ts'
import type { Origin } from '../core/base/origin.ts'
import type { TextRange } from '../core/base/text-range.ts'
import { rangeIn } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { lineOf, rangeOf } from '../core/yaml/index.ts'
import type { Stage } from '../scene/index.ts'
import type { LocatedDiagnostic } from './protocol.ts'

interface Placed {
  readonly id: string
  readonly origin: Origin | undefined
}

interface Found {
  readonly id: string
  readonly origin: Origin
}

/** Everything on the stage that some YAML stands behind. */
function placed(stage: Stage): readonly Placed[] {
  return [
    stage.client,
    ...stage.rules.flatMap(card => [card, ...card.rows, ...card.rows.flatMap(row => row.legs)]),
    ...stage.subsets.flatMap(card => [card, ...card.rows]),
    ...stage.workloads.flatMap(workload => [workload, ...workload.pods]),
    ...stage.holes,
    ...stage.replies,
    ...stage.lanes,
  ]
}

/** What is no part of something else. */
const wholeOf = ({ client, rules, subsets, workloads, holes, replies }: Stage): readonly Placed[] => [
  client,
  ...rules,
  ...subsets,
  ...workloads,
  ...holes,
  ...replies,
]

/**
 * Where things on the stage stand in the text, by id. Parts of what the cluster keeps from an earlier text stand nowhere: the
 * values there are not theirs.
 */
export function rangesOf(world: World, stage: Stage): ReadonlyMap<string, TextRange> {
  const ranges = new Map<string, TextRange>()
  const byOrigin = new Map<Origin, TextRange | undefined>()
  const whole = new Set(wholeOf(stage).map(({ id }) => id))
  for (const { id, origin } of placed(stage)) {
    if (!origin || (refusedOver(world.kept, origin) && !whole.has(id))) continue
    if (!byOrigin.has(origin)) byOrigin.set(origin, rangeIn(world, origin))
    const range = byOrigin.get(origin)
    if (range) ranges.set(id, range)
  }
  return ranges
}

/** Cards of an earlier version, which the cluster keeps; of rules also where only one of several resources is. */
export function earlierIn({ kept }: World, stage: Stage): ReadonlySet<string> {
  if (kept.size === 0) return NONE
  const rows = new Map(stage.rules.map(card => [card.id, card.rows]))
  const cards = [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads]
  const isEarlier = ({ origin }: Pick<Placed, 'origin'>): boolean => refusedOver(kept, origin) !== undefined
  return new Set(cards.filter(card => [card, ...(rows.get(card.id) ?? [])].some(isEarlier)).map(({ id }) => id))
}

const NONE: ReadonlySet<string> = new Set()

/** What of the stage a problem at an origin loses requests at: dead legs and subsets, or, for all rules, the holes of their card. */
function indexLosses(stage: Stage): (origin: Origin) => readonly string[] {
  const dead = byDocument(
    [
      ...stage.rules.flatMap(card => card.rows.flatMap(row => row.legs)),
      ...stage.subsets.flatMap(card => card.rows),
    ].filter(one => one.tone === 'lost'),
  )
  const holes = byDocument(stage.holes)
  const cards = byDocument(stage.rules)
  const rows = byDocument(stage.rules.flatMap(card => card.rows))
  return origin => {
    const hit = (dead.get(origin.documentId) ?? []).filter(
      one => isWithin(origin, one.origin) || isWithin(one.origin, origin),
    )
    if (hit.length > 0) return hit.map(one => one.id)
    const fallen = (holes.get(origin.documentId) ?? []).filter(hole => isWithin(hole.origin, origin))
    if (fallen.length > 0) return fallen.map(({ id }) => id)
    const isOfOneRule = (rows.get(origin.documentId) ?? []).some(row => isWithin(origin, row.origin))
    const around = isOfOneRule ? [] : (cards.get(origin.documentId) ?? []).filter(card => isWithin(origin, card.origin))
    const ids = new Set(around.map(card => card.id))
    return stage.holes.filter(hole => ids.has(hole.at)).map(hole => hole.id)
  }
}

/** What counts the requests that a problem at an origin is on the way of: the narrowest thing whose YAML holds it. */
function indexPasses({ rules, subsets, workloads }: Stage): (origin: Origin) => readonly string[] {
  const rows = rules.flatMap(card => card.rows)
  const layers = [
    rules,
    rows,
    rows.flatMap(row => row.legs),
    subsets,
    subsets.flatMap(card => card.rows),
    workloads,
  ].map(byDocument)
  return origin => {
    const around = layers.map(layer => (layer.get(origin.documentId) ?? []).filter(one => isWithin(origin, one.origin)))
    const depth = Math.max(-1, ...around.flatMap(layer => layer.map(one => one.origin.path.length)))
    // A card and its only row may stand at one place: the request counts once.
    const narrowest = around.find(layer => layer.some(one => one.origin.path.length === depth)) ?? []
    return narrowest.filter(one => one.origin.path.length === depth).map(({ id }) => id)
  }
}

function byDocument(things: readonly Placed[]): ReadonlyMap<number, readonly Found[]> {
  const groups = new Map<number, Found[]>()
  for (const { id, origin } of things) {
    if (!origin) continue
    const group = groups.get(origin.documentId)
    if (group) group.push({ id, origin })
    else groups.set(origin.documentId, [{ id, origin }])
  }
  return groups
}

/** Only problems of what the configuration means cost requests; those of the YAML and of its form cost none by themselves. */
const isAboutTraffic = (code: string) => code.startsWith('IST') || code.startsWith('MX01')

/** Envoy takes all routes of a port or none, so that what is lost stands nowhere on the rule. */
const REFUSES_ROUTES = 'MX0110'

/**
 * Diagnostics with their places in the text, and what on the stage counts the requests they cost. The stage may be that of the text
 * before, made of these documents: what others hold it does not know yet.
 */
export function locateDiagnostics(
  world: World,
  stage: Stage | undefined,
  documents?: ReadonlySet<DocumentId>,
): readonly LocatedDiagnostic[] {
  const { parsed } = world
  const lossesAt = stage && indexLosses(stage)
  const passesAt = stage && indexPasses(stage)
  return world.diagnostics.map(diagnostic => {
    const { code, severity, title, detail, origin, countedAt, fix, otherFixes, link, tool, isKept } = diagnostic
    const range = rangeOf(parsed, origin) ?? { start: 0, end: 0 }
    const isCounted = severity !== 'muted' && isAboutTraffic(code)
    const refused = code === REFUSES_ROUTES ? (stage?.holes ?? []).filter(({ label }) => label === 'no routes') : []
    const touches = lossesAt && isCounted && canKill(code) ? [...refused.map(({ id }) => id), ...lossesAt(origin)] : []
    const passes = passesAt && isCounted ? passesAt(countedAt ?? origin) : []
    return {
      code,
      severity,
      title,
      detail,
      ...(fix && { fix }),
      ...(otherFixes && { otherFixes }),
      ...(link !== undefined && { link }),
      ...(tool && { tool }),
      ...(isKept && { isKept }),
      ...(documents?.has(origin.documentId) === false && { isNew: true as const }),
      range,
      line: lineOf(parsed.text, range.start),
      touches,
      passes,
    }
  })
}
