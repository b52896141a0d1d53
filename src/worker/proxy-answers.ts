import type { ProxyId } from '../core/base/ids.ts'
import { rangeIn } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { explainRecord } from '../core/simulate/index.ts'
import type { RequestClass } from '../core/simulate/index.ts'
import { lineOf } from '../core/yaml/index.ts'
import {
  PROXY_COLUMNS,
  PROXY_SECTIONS,
  courseOf,
  createConfigOf,
  createManagedBy,
  indexUsedRows,
  proxyRows,
  rowJson,
  sectionJson,
} from '../scene/index.ts'
import type { ProxyRow, ProxySection } from '../scene/index.ts'
import type { PlayedRun } from './played-run.ts'
import type { LocatedRow, ProxyConfig, RowUse } from './protocol.ts'

/** More rows than this are not sent; the filter finds the others. */
const MOST = 200

/** A section of a proxy's configuration, its first rows that the filter fits, each with its place in the text. */
export function proxyConfigOf(world: World, proxy: ProxyId, section: ProxySection, filter: string): ProxyConfig {
  const config = world.configFor(proxy)
  const managedBy = createManagedBy(resourcesIn(world))
  const all = PROXY_SECTIONS.map(one => [one, proxyRows(config, one, managedBy)] as const)
  const wanted = filter.trim().toLowerCase()
  const fits = ({ cells }: ProxyRow) => cells.some(cell => cell.toLowerCase().includes(wanted))
  const rows = (all.find(([one]) => one === section)?.[1] ?? []).filter(fits)
  return {
    section,
    columns: PROXY_COLUMNS[section],
    counts: all.map(([one, { length }]) => [one, length] as const),
    total: rows.length,
    rows: rows.slice(0, MOST).map(row => locate(world, row)),
  }
}

/** The text's, and what the cluster keeps from an earlier one. */
const resourcesIn = ({ resources, kept }: World) => [...resources, ...kept.values()]

/** The nearest place that the text has: what is assumed has none. */
function locate(world: World, { id, cells, origins }: ProxyRow): LocatedRow {
  const range = origins.map(origin => rangeIn(world, origin)).find(found => found !== undefined)
  return { id, cells, range, line: range && lineOf(world.parsed.text, range.start) }
}

/** One row, or the whole section, in Envoy's JSON as text. */
export function proxyJsonOf(world: World, proxy: ProxyId, section: ProxySection, row: string | undefined): string {
  const config = world.configFor(proxy)
  const configOf = createConfigOf(createManagedBy(resourcesIn(world)))
  const json = row === undefined ? sectionJson(config, section, configOf) : rowJson(config, section, row, configOf)
  return json === undefined ? '' : JSON.stringify(json, undefined, 2)
}

/** Which rows the requests of a run came by: those that share all rows together, with when each of them lands. */
export function rowUses({ chapters, log }: Pick<PlayedRun, 'chapters' | 'log'>): readonly RowUse[] {
  const uses = new Map<string, { rows: readonly string[]; lands: [atMs: number, number: number][] }>()
  for (const { world, stage, fromMs, toMs } of chapters) {
    const usedRows = indexUsedRows(world.configFor(stage.proxy))
    const listeners = new Map<RequestClass, string | undefined>()
    for (const record of log.requests) {
      const { client, requestClass, decision, atMs, number } = record
      if (client.proxy !== stage.proxy || !decision || atMs < fromMs || atMs >= toMs) continue
      if (!listeners.has(requestClass)) {
        const { trace } = explainRecord(record, world.routerFor(client.proxy), log)
        const step = trace.find(({ kind }) => kind === 'listener' || kind === 'gateway-listener')
        listeners.set(requestClass, step && 'name' in step ? step.name : undefined)
      }
      const rows = usedRows(decision, listeners.get(requestClass))
      const key = rows.join('\n')
      let use = uses.get(key)
      if (!use) uses.set(key, (use = { rows, lands: [] }))
      use.lands.push([atMs + courseOf(stage, decision, requestClass.request, record).landsAtMs, number])
    }
  }
  return [...uses.values()].map(({ rows, lands }) => {
    lands.sort(([a], [b]) => a - b)
    return {
      rows,
      landsAtMs: Float64Array.from(lands, ([atMs]) => atMs),
      numbers: Uint32Array.from(lands, ([, number]) => number),
    }
  })
}
