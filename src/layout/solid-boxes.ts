import type { Stage } from '../scene/index.ts'
import type { Box } from './positions.ts'

/** What nothing may cover and no lane run through: cards, holes and their text. */
export function solidBoxes(stage: Stage, boxes: ReadonlyMap<string, Box>): readonly Box[] {
  const cards = [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.replies, ...stage.holes]
  return cards.flatMap(node => [boxes.get(node.id), boxes.get(`${node.id}#label`)].filter(box => box !== undefined))
}
