import type { TextRange } from '../../core/base/text-range.ts'
import type { ProxySection } from '../../scene/index.ts'

/** One section of what a proxy was told, as `istioctl proxy-config` prints it. */
export interface ProxyConfig {
  readonly section: ProxySection
  readonly columns: readonly string[]
  /** Rows of each section, filter or not. */
  readonly counts: readonly (readonly [section: ProxySection, rows: number])[]
  /** How many rows the filter fits; of many only the first are here. */
  readonly total: number
  readonly rows: readonly LocatedRow[]
}

export interface LocatedRow {
  readonly id: string
  readonly cells: readonly string[]
  readonly range: TextRange | undefined
  readonly line: number | undefined
}

/** Requests that came by the same rows (`section:id`), by when they land. */
export interface RowUse {
  readonly rows: readonly string[]
  readonly landsAtMs: Float64Array
  readonly numbers: Uint32Array
}
