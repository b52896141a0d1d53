import type { Route } from '../core/envoy/index.ts'
import { reachConnection, reachRule } from '../core/reach/index.ts'
import { lineOf } from '../core/yaml/index.ts'
import { rangeIn } from '../core/pipeline/index.ts'
import { chapterAt } from './played-run.ts'
import type { PlayedRun } from './played-run.ts'
import type { RowReach } from './protocol.ts'

/** A request that the rule of a row takes at a moment, or why none can; undefined where the stage has no such rule. */
export function reachRow(run: PlayedRun, id: string, atMs: number): RowReach | undefined {
  const chapter = chapterAt(run.chapters, atMs)
  const card = chapter?.stage.rules.find(({ rows }) => rows.some(row => row.id === id))
  const row = card?.rows.find(each => each.id === id)
  // What delegates is reached by its parts.
  if (row?.parts) {
    const reached = row.parts.map(part => reachRow(run, part, atMs))
    return (
      reached.find(each => each?.kind === 'request') ?? reached.find(each => each?.kind !== 'shadowed') ?? reached[0]
    )
  }
  if (!chapter || !card || !row?.origin) return undefined
  const router = chapter.world.routerFor(run.proxy)
  const known = run.shown.clients.flatMap(({ classes }) => classes.map(({ request }) => request))
  const reach = (card.bytes ? reachConnection : reachRule)(router, known, row.origin)
  switch (reach.kind) {
    case 'request':
    case 'not-found':
      return reach
    case 'absent':
      return { kind: 'absent', because: row.why ?? 'this proxy was told of no route of it' }
    case 'shadowed':
      return { kind: 'shadowed', by: [...new Set(reach.by.map(route => nameOf(run, card.rows, route)))] }
  }
}

/** `rule 2, line 16`. */
function nameOf({ world }: PlayedRun, rows: readonly Row[], { origin }: Route): string {
  const row = rows.find(each => each.origin && origin && isSame(each.origin, origin))
  const range = origin && rangeIn(world, origin)
  const line = range ? `line ${String(lineOf(world.parsed.text, range.start))}` : ''
  return [row?.called ?? row?.title ?? 'an earlier route', line].filter(part => part !== '').join(', ')
}

type Row = PlayedRun['chapters'][number]['stage']['rules'][number]['rows'][number]

const isSame = (a: NonNullable<Row['origin']>, b: NonNullable<Row['origin']>): boolean =>
  a.documentId === b.documentId && a.path.join('\0') === b.path.join('\0')
