import type { Stage } from '../../scene/index.ts'
import type { Box, Positions } from '../positions.ts'

/** Cards, discs and texts: what may not cover one another. */
export const solids = (stage: Stage, positions: Positions) =>
  [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.replies, ...stage.holes].flatMap(node =>
    [node.id, `${node.id}#label`].flatMap(id => {
      const box = positions.boxes.get(id)
      return box ? [{ id, box }] : []
    }),
  )

/** With a hundredth of a pixel to spare. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01
