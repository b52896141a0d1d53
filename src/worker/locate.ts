import type { Origin } from '../core/base/origin.ts'
import type { TextRange } from '../core/base/text-range.ts'
import type { World } from '../core/pipeline/index.ts'
import { lineOf, rangeOf } from '../core/yaml/index.ts'
import type { Stage } from '../scene/index.ts'
import type { LocatedDiagnostic } from './protocol.ts'

interface Placed {
  readonly id: string
  readonly origin: Origin | undefined
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

/** Where things on the stage stand in the text, by id. */
export function rangesOf(world: World, stage: Stage): ReadonlyMap<string, TextRange> {
  const ranges = new Map<string, TextRange>()
  for (const { id, origin } of placed(stage)) {
    const range = origin && rangeOf(world.parsed, origin)
    if (range) ranges.set(id, range)
  }
  return ranges
}

const isAtOrBelow = (origin: Origin, ancestor: Origin) =>
  origin.documentId === ancestor.documentId && ancestor.path.every((step, index) => origin.path[index] === step)

/** What of the stage a problem at `origin` loses requests at: dead legs and subsets, or the holes of a card. */
function lossesAt(stage: Stage, origin: Origin): readonly string[] {
  const dead = [
    ...stage.rules.flatMap(card => card.rows.flatMap(row => row.legs)).filter(leg => leg.tone === 'lost'),
    ...stage.subsets.flatMap(card => card.rows).filter(row => row.tone === 'lost'),
  ].filter(one => one.origin !== undefined && (isAtOrBelow(origin, one.origin) || isAtOrBelow(one.origin, origin)))
  if (dead.length > 0) return dead.map(one => one.id)
  const cards = stage.rules.filter(card => card.origin !== undefined && isAtOrBelow(origin, card.origin))
  return stage.holes.filter(hole => cards.some(card => card.id === hole.at)).map(hole => hole.id)
}

export function locateDiagnostics(world: World, stage: Stage | undefined): readonly LocatedDiagnostic[] {
  const { parsed } = world
  return world.diagnostics.map(({ code, severity, title, detail, origin, fix }) => {
    const range = rangeOf(parsed, origin) ?? { start: 0, end: 0 }
    const touches = stage ? lossesAt(stage, origin) : []
    return {
      code,
      severity,
      title,
      detail,
      ...(fix && { fix }),
      range,
      line: lineOf(parsed.text, range.start),
      touches,
    }
  })
}
