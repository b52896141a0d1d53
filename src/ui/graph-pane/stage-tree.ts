import type { Box } from '../../layout/index.ts'
import type { StageItem } from './stage-items.ts'

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** Where an item stands in the tree, as assistive technology is told. */
export interface TreePlace {
  readonly level: 1 | 2
  /** Among its siblings, from 1 on. */
  readonly position: number
  readonly size: number
}

/** By id: cards and holes at the first level, rows and pods at the second, under the card before them. */
export function treePlaces(items: readonly StageItem[]): ReadonlyMap<string, TreePlace> {
  const groups: StageItem[][] = [[]]
  for (const item of items) {
    if (item.inside) groups.at(-1)?.push(item)
    else {
      groups[0]?.push(item)
      groups.push([])
    }
  }
  return new Map(
    groups.flatMap(group =>
      group.map((item, i) => [item.id, { level: item.inside ? 2 : 1, position: i + 1, size: group.length }] as const),
    ),
  )
}

/**
 * Where a key leads, as in a tree: up and down through all of them in the order in which traffic meets them, right into a card and
 * left out of it. From what holds nothing, right goes on along the traffic and left back. Upright, traffic goes down.
 */
export function keyTarget(
  items: readonly StageItem[],
  from: StageItem,
  key: string,
  upright: boolean,
): StageItem | undefined {
  const at = items.findIndex(({ id }) => id === from.id)
  const next = items[at + 1]
  switch (key) {
    case 'ArrowDown':
      return next
    case 'ArrowUp':
      return items[at - 1]
    case 'ArrowRight':
      return !from.inside && next?.inside ? next : itemTowards(items, from, upright ? 'ArrowDown' : key)
    case 'ArrowLeft':
      if (from.inside) return items.slice(0, at).findLast(({ inside }) => !inside)
      return itemTowards(items, from, upright ? 'ArrowUp' : key)
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default:
      return undefined
  }
}

const middle = ({ x, y, width, height }: Box): readonly [number, number] => [x + width / 2, y + height / 2]

/** The nearest one that way, straight ahead counting more than sideways. */
function itemTowards(items: readonly StageItem[], from: StageItem, arrow: Arrow): StageItem | undefined {
  const [fromX, fromY] = middle(from.box)
  let best: StageItem | undefined
  let bestCost = Infinity
  for (const item of items) {
    if (item.id === from.id) continue
    const [x, y] = middle(item.box)
    const dx = x - fromX
    const dy = y - fromY
    const [ahead, aside] =
      arrow === 'ArrowRight'
        ? [dx, dy]
        : arrow === 'ArrowLeft'
          ? [-dx, dy]
          : arrow === 'ArrowDown'
            ? [dy, dx]
            : [-dy, dx]
    if (ahead < 4) continue
    const cost = ahead + Math.abs(aside) * 2.5
    if (cost < bestCost) {
      best = item
      bestCost = cost
    }
  }
  return best
}
