import type { TextRange } from '../base/text-range.ts'

/** A YAML value with its range, as offsets from the start of its document. Aliases are already resolved. */
export type YamlNode = YamlMap | YamlList | YamlScalar

export interface YamlMap {
  readonly kind: 'map'
  readonly range: TextRange
  /** In document order, one per key: of duplicates the last one, as Kubernetes reads them. */
  readonly entries: readonly YamlEntry[]
}

export interface YamlEntry {
  readonly key: string
  readonly keyRange: TextRange
  readonly value: YamlNode
}

export interface YamlList {
  readonly kind: 'list'
  readonly range: TextRange
  readonly items: readonly YamlNode[]
}

export interface YamlScalar {
  readonly kind: 'scalar'
  readonly range: TextRange
  readonly value: string | number | boolean | null
}
