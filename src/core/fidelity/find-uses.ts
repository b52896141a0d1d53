import type { Path } from '../base/origin.ts'
import type { YamlNode } from '../yaml/index.ts'
import type { LedgerRow } from './ledger-row.ts'
import { LEDGER } from './ledger.ts'

/** A row that matters for a resource, and the field that asks for it, from the resource's own map. */
export interface Use {
  readonly row: LedgerRow
  readonly path: Path
}

/** Paths as a tree, so that a document is walked once and only along keys that some row names. */
interface Branch {
  readonly asks: Ask[]
  readonly children: Map<string, Branch>
}

interface Ask {
  readonly row: LedgerRow
  readonly holds: RegExp | undefined
}

const STEP = /\[([^\]]+)\]|[^.[\]]+/g
const byKind = index(LEDGER)

/** Of nodes that were looked at; those of unchanged documents come again with the next text. */
const known = new WeakMap<YamlNode, { readonly kind: string; readonly uses: readonly Use[] }>()

/** Every field of a resource that asks for what is simplified or absent, in the order of the text. */
export function findUses(kind: string, node: YamlNode): readonly Use[] {
  const earlier = known.get(node)
  if (earlier?.kind === kind) return earlier.uses
  const root = byKind.get(kind)
  const uses = root ? walk(root, node, []) : []
  known.set(node, { kind, uses })
  return uses
}

function index(rows: readonly LedgerRow[]): ReadonlyMap<string, Branch> {
  const kinds = new Map<string, Branch>()
  for (const row of rows) {
    for (const { kind, path = '', holds } of row.uses ?? []) {
      let branch = childOf(kinds, kind)
      for (const [step, quoted] of path.matchAll(STEP)) branch = childOf(branch.children, quoted ?? step)
      branch.asks.push({ row, holds })
    }
  }
  return kinds
}

function childOf(branches: Map<string, Branch>, key: string): Branch {
  const known = branches.get(key)
  if (known) return known
  const made: Branch = { asks: [], children: new Map() }
  branches.set(key, made)
  return made
}

function walk({ asks, children }: Branch, node: YamlNode, path: Path): readonly Use[] {
  if (node.kind === 'scalar' && node.value === null) return []
  const here = asks.filter(({ holds }) => isLike(node, holds)).map(({ row }) => ({ row, path }))
  if (children.size === 0 || node.kind === 'scalar') return here
  const any = children.get('*')
  const below =
    node.kind === 'map'
      ? node.entries.flatMap(({ key, value }) => {
          const child = children.get(key) ?? any
          return child ? walk(child, value, [...path, key]) : []
        })
      : node.items.flatMap((item, i) => {
          const child = children.get(String(i)) ?? any
          return child ? walk(child, item, [...path, i]) : []
        })
  return [...here, ...below]
}

function isLike(node: YamlNode, holds: RegExp | undefined): boolean {
  if (!holds) return true
  return node.kind === 'scalar' && holds.test(String(node.value))
}
