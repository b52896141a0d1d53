import type { MapNode } from '../../scene/index.ts'
import { MAP } from './measures.ts'

/** Where a card is: its line, and its column in that line, both from 0. */
export interface Slot {
  readonly line: number
  readonly column: number
}

/** Columns in lines, one beneath the other, as words are on a page. */
export interface Arrangement {
  readonly lines: readonly (readonly (readonly MapNode[])[])[]
  /** From the start of a column to the start of the next. */
  readonly step: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** As many lines as let the picture be shown largest; of equally good ones the fewest. */
export function arrange(
  columns: Arrangement['lines'][number],
  heights: readonly number[],
  window: Size,
  least: number,
): Arrangement {
  let best = { scale: 0, lines: 1 }
  for (let lines = 1; lines <= columns.length; lines++) {
    const long = Math.ceil(columns.length / lines)
    const width = 2 * MAP.margin + MAP.card.width + (long - 1) * least
    const tallest = chunk(heights, long).map(each => Math.max(...each))
    const height = 2 * MAP.margin + tallest.reduce((a, b) => a + b, 0) + (tallest.length - 1) * MAP.between
    // What is too high to be read whole is scrolled one way, not two.
    const scale = Math.min(1, window.width / width, Math.max(MAP.readable, window.height / height))
    if (scale > best.scale + 0.01) best = { scale, lines }
  }
  const long = Math.ceil(columns.length / best.lines)
  const inner = window.width - 2 * MAP.margin - MAP.card.width
  const step = Math.min(MAP.column.most, Math.max(least, inner / Math.max(1, long - 1)))
  return { lines: chunk(columns, long), step }
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = []
  for (let i = 0; i < items.length; i += size) chunks.push(items.slice(i, i + size))
  return chunks
}
