import type { MapNode } from '../../scene/index.ts'
import type { Columns } from './columns.ts'
import { MAP } from './measures.ts'

/** Where a card is: its line, and its column in that line, both from 0. */
export interface Slot {
  readonly line: number
  readonly column: number
}

/** Columns in lines, one beneath the other, as words are on a page. */
export interface Arrangement {
  readonly lines: readonly (readonly (readonly MapNode[])[])[]
  /** Of the lines the one whose nodes stand in rows. */
  readonly dealt: readonly (readonly MapNode[])[] | undefined
  /** From the start of a column to the start of the next. */
  readonly step: number
}

interface Size {
  readonly width: number
  readonly height: number
}

type Line = Arrangement['lines'][number]

/**
 * One line, so that columns stand in the order in which calls follow on each other, unless it would be shown too small; else as many
 * as let the picture be shown largest. What stands alone is a line of its own beneath
 * them, as wide as they are.
 */
export function arrange(
  { linked, alone }: Columns,
  tall: (column: Line[number]) => number,
  window: Size,
  least: number,
): Arrangement {
  const fitting = Math.max(1, 1 + Math.floor((window.width - 2 * MAP.margin - MAP.card.width) / least))
  const linesFor = (count: number): readonly Line[] => {
    const long = Math.ceil(linked.length / count)
    const across = Math.max(long, Math.min(fitting, Math.ceil(Math.sqrt(alone.length))))
    return [...chunk(linked, Math.max(1, long)), ...(alone.length > 0 ? [deal(alone, across)] : [])]
  }
  let best: { readonly scale: number; readonly lines: readonly Line[] } = { scale: 0, lines: [] }
  for (let count = 1; count <= Math.max(1, linked.length); count++) {
    const lines = linesFor(count)
    const width = 2 * MAP.margin + MAP.card.width + (longest(lines) - 1) * least
    const tallest = lines.map(line => Math.max(...line.map(tall)))
    const height = 2 * MAP.margin + tallest.reduce((a, b) => a + b, 0) + (tallest.length - 1) * MAP.between
    // What is too high to be read whole is scrolled one way, not two.
    const scale = Math.min(1, window.width / width, Math.max(MAP.readable, window.height / height))
    if (scale > best.scale + 0.01) best = { scale, lines }
    if (best.scale >= MAP.wraps) break
  }
  const inner = window.width - 2 * MAP.margin - MAP.card.width
  const step = Math.min(MAP.column.most, Math.max(least, inner / Math.max(1, longest(best.lines) - 1)))
  return { lines: best.lines, dealt: alone.length > 0 ? best.lines.at(-1) : undefined, step }
}

export const longest = (lines: readonly Line[]): number => Math.max(1, ...lines.map(line => line.length))

/** Row after row, as words are read. */
const deal = (nodes: readonly MapNode[], across: number): Line =>
  Array.from({ length: Math.min(across, nodes.length) }, (_, k) => nodes.filter((_, i) => i % across === k))

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = []
  for (let i = 0; i < items.length; i += size) chunks.push(items.slice(i, i + size))
  return chunks
}
