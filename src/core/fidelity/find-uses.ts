import type { Path } from '../base/origin.ts'
import type { YamlNode } from '../yaml/index.ts'
import type { LedgerRow } from './ledger-row.ts'
import { LEDGER } from './whole-ledger.ts'

/** A row that matters for a resource, and the field that asks for it, from the resource's own map. */
export interface Use {
  readonly row: LedgerRow
  readonly path: Path
}

/** Paths as a tree, so that a document is walked once and only along keys that some row names. */
interface Branch {
  row: LedgerRow | undefined
  readonly children: Map<string, Branch>
}

const STEP = /\[([^\]]+)\]|[^.[\]]+/g
const byKind = index(LEDGER)

/** Every field of a resource that asks for what is simplified or absent, in the order of the text. */
export function findUses(kind: string, node: YamlNode): readonly Use[] {
  const root = byKind.get(kind)
  return root ? walk(root, node, []) : []
}

function index(rows: readonly LedgerRow[]): ReadonlyMap<string, Branch> {
  const kinds = new Map<string, Branch>()
  for (const row of rows) {
    for (const { kind, path = '' } of row.uses ?? []) {
      let branch = childOf(kinds, kind)
      for (const [step, quoted] of path.matchAll(STEP)) branch = childOf(branch.children, quoted ?? step)
      branch.row = row
    }
  }
  return kinds
}

function childOf(branches: Map<string, Branch>, key: string): Branch {
  const known = branches.get(key)
  if (known) return known
  const made: Branch = { row: undefined, children: new Map() }
  branches.set(key, made)
  return made
}

function walk({ row, children }: Branch, node: YamlNode, path: Path): readonly Use[] {
  if (node.kind === 'scalar' && node.value === null) return []
  const here = row ? [{ row, path }] : []
  if (children.size === 0 || node.kind === 'scalar') return here
  const below =
    node.kind === 'map'
      ? node.entries.flatMap(({ key, value }) => {
          const child = children.get(key)
          return child ? walk(child, value, [...path, key]) : []
        })
      : node.items.flatMap((item, i) => {
          const child = children.get('*')
          return child ? walk(child, item, [...path, i]) : []
        })
  return [...here, ...below]
}
