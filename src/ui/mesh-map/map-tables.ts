import type { MapCall, MapHole, MapNode, MeshMap } from '../../scene/index.ts'
import type { StageTable, TableRow } from '../stage-table/stage-tables.ts'
import { assumedWords, callRate, nameIn, nodeRate, shareText } from './map-words.ts'

const NONE = '–'
const NO_LOSS = 'none lost'
const count = (n: number): string => n.toLocaleString('en')

/** What the map shows as tables, with the same numbers: every call, every loss, and all that stands on it. Empty ones are left out. */
export function mapTables(view: MeshMap): readonly StageTable[] {
  const nameOf = namesIn(view)
  return [calls(view, nameOf), losses(view, nameOf), services(view, nameOf)].filter(({ groups }) =>
    groups.some(({ rows }) => rows.length > 0),
  )
}

/** A name, with its namespace where two have the same. */
function namesIn({ nodes }: MeshMap): (id: string) => string {
  const ids = new Map<string, number>()
  for (const { id } of nodes) ids.set(nameIn(id), (ids.get(nameIn(id)) ?? 0) + 1)
  return id => ((ids.get(nameIn(id)) ?? 0) > 1 ? id : nameIn(id))
}

const table = (caption: string, columns: readonly string[], rows: readonly TableRow[]): StageTable => ({
  caption,
  columns,
  groups: [{ rows }],
})

/** Each caller of a view once, in the order of its nodes. */
const withEach = <T>(
  view: MeshMap,
  items: readonly T[],
  at: (item: T) => string,
): readonly (readonly [MapNode, readonly T[]])[] =>
  view.nodes.flatMap(node => {
    const own = items.filter(item => at(item) === node.id)
    return own.length > 0 ? [[node, own] as const] : []
  })

const looksAt = (name: string): string => `Look at ${name}`

function calls(view: MeshMap, nameOf: (id: string) => string): StageTable {
  const rows = withEach(view, view.calls, call => call.from).map(([{ id }, own]): TableRow => {
    const byRate = [...own].sort((a, b) => b.ratePerSecond - a.ratePerSecond || b.share - a.share)
    return {
      id,
      head: nameOf(id),
      opens: looksAt(nameOf(id)),
      lines: byRate.map(call => [
        nameOf(call.to),
        `${call.assumed ? 'assumed ' : ''}${callRate(call)}`,
        shareText(call.share),
        lossOf(call),
      ]),
    }
  })
  return table('Calls', ['Caller', 'Calls', 'Rate', 'Of what it sends', 'Lost of these'], rows)
}

/** `503 NC, 30 %`; of namespaces, which lose in several ways, the share alone. */
function lossOf({ ways, ratePerSecond, lostPerSecond }: MapCall): string {
  const all = ways.reduce((sum, way) => sum + way.ratePerSecond, 0)
  const lost = new Map<string, number>()
  for (const { loss, ratePerSecond: part } of ways) if (loss !== undefined) lost.set(loss, (lost.get(loss) ?? 0) + part)
  if (lost.size > 0) return [...lost].map(([label, part]) => `${label}, ${shareText(part / all)}`).join('; ')
  return lostPerSecond > 0 ? shareText(lostPerSecond / ratePerSecond) : NO_LOSS
}

function losses(view: MeshMap, nameOf: (id: string) => string): StageTable {
  const isGrouped = view.nodes.some(({ members }) => members !== undefined)
  const rows = withEach<MapHole>(view, view.holes, hole => hole.at).map(([{ id }, own]): TableRow => ({
    id,
    head: nameOf(id),
    lines: [...own]
      .sort((a, b) => b.share - a.share)
      .map(hole => [
        hole.label,
        ...(isGrouped ? [] : [hole.to === undefined ? NONE : nameOf(hole.to)]),
        shareText(hole.share),
        callRate(hole),
      ]),
  }))
  const meant = isGrouped ? [] : ['Meant for']
  return table('Black holes', ['Caller', 'Status and flag', ...meant, 'Of what it sends', 'Rate'], rows)
}

function services(view: MeshMap, nameOf: (id: string) => string): StageTable {
  const isGrouped = view.nodes.some(({ members }) => members !== undefined)
  const rows = view.nodes.map((node): TableRow => {
    const { id, members, rules } = node
    return {
      id,
      head: nameOf(id),
      opens: looksAt(nameOf(id)),
      lines: [
        [
          ...(isGrouped ? [members === undefined ? '1' : count(members)] : []),
          nodeRate(node),
          count(rules),
          standingOf(
            view.calls.filter(({ from }) => from === id).length,
            view.calls.filter(({ to }) => to === id).length,
            assumedWords(node),
          ),
        ],
      ],
    }
  })
  const services = isGrouped ? ['Services'] : []
  return table(isGrouped ? 'Groups and services' : 'Services', ['Name', ...services, 'Rate', 'Rules', 'Here'], rows)
}

/** `calls 3, called by 2`; what stands alone says so. */
function standingOf(calls: number, callers: number, assumed: string): string {
  const links = [calls > 0 && `calls ${count(calls)}`, callers > 0 && `called by ${count(callers)}`]
  return [...(calls + callers === 0 ? ['idle: no call'] : links), assumed].filter(Boolean).join(', ')
}
