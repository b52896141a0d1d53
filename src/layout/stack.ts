/** One thing in a column: how high it is, where it would like to start, what it keeps free above it. */
export interface Item {
  readonly height: number
  readonly wish: number
  readonly gap: number
}

/**
 * Tops of the items in their order, without overlap and none above `from`, as near to their wishes as that allows: the sum
 * of squared moves is the least possible (pool adjacent violators).
 */
export function stack(items: readonly Item[], from: number): readonly number[] {
  const blocks: { sum: number; count: number }[] = []
  const offsets: number[] = []
  let offset = 0
  for (const [i, item] of items.entries()) {
    if (i > 0) offset += item.gap
    offsets.push(offset)
    blocks.push({ sum: item.wish - offset, count: 1 })
    offset += item.height
    for (;;) {
      const [last, before] = [blocks.at(-1), blocks.at(-2)]
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  const tops = blocks.flatMap(block => Array.from({ length: block.count }, () => block.sum / block.count))
  return tops.map((top, i) => Math.max(top, from) + (offsets[i] ?? 0))
}
