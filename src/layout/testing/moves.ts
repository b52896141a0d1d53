import type { Stage } from '../../scene/index.ts'
import { layOut } from '../lay-out.ts'
import type { LayoutOptions } from '../lay-out.ts'

/** How far each card, row and hole that two stages share moves from the one to the other, by its id. */
export function movesBetween(before: Stage, after: Stage, options: LayoutOptions): ReadonlyMap<string, Move> {
  const [from, to] = [layOut(before, options), layOut(after, options)]
  const moves = new Map<string, Move>()
  for (const id of partsOf(before)) {
    const [a, b] = [from.boxes.get(id), to.boxes.get(id)]
    if (a && b) moves.set(id, { x: b.x - a.x, y: b.y - a.y })
  }
  return moves
}

export interface Move {
  readonly x: number
  readonly y: number
}

const partsOf = (stage: Stage): readonly string[] => [
  stage.client.id,
  ...stage.rules.flatMap(card => [card.id, ...card.rows.map(row => row.id)]),
  ...stage.subsets.flatMap(card => [card.id, ...card.rows.map(row => row.id)]),
  ...[...stage.workloads, ...stage.replies, ...stage.holes].map(node => node.id),
]
