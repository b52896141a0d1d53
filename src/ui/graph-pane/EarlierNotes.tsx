import type { ReactNode } from 'react'
import type { Box, Positions } from '../../layout/index.ts'
import type { Drawing } from './drawing.ts'
import { AS_BEFORE } from './stage-items.ts'
import { Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

const HEIGHT = 18

/** On an edge of each card whose version in the text the cluster refuses, clear of the words over columns and of its own. */
export function EarlierNotes({ drawing: { stage, earlier, positions } }: { readonly drawing: Drawing }): ReactNode {
  const nodes = [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads].filter(({ id }) =>
    earlier?.has(id),
  )
  return nodes.map(node => {
    // Upright subsets have no card around them.
    const last = node.kind === 'subsets' ? node.rows.at(-1)?.id : undefined
    const box = positions.boxes.get(node.id) ?? (last === undefined ? undefined : positions.boxes.get(last))
    if (!box) return null
    const width = widthOf(AS_BEFORE, 11, 500) + 16
    const left = box.x + (node.kind === 'rules' ? 44 : 0)
    const x = positions.orientation === 'down' ? left : Math.max(box.x, box.x + box.width - width - 8)
    const y = yOn(box, node.kind, positions.orientation)
    return (
      <g key={node.id} aria-hidden="true">
        <rect className={styles['noteFace']} x={x} y={y} width={width} height={HEIGHT} rx={6} />
        <Words x={x + width / 2} y={y + 13} size={11} weight={500} ink="2" anchor="middle">
          {AS_BEFORE}
        </Words>
      </g>
    )
  })
}

function yOn(
  box: Box,
  kind: 'client' | 'rules' | 'subsets' | 'workload',
  orientation: Positions['orientation'],
): number {
  if (orientation === 'down') return box.y - 10
  return kind === 'rules' || kind === 'subsets' ? box.y - 6 : box.y + box.height - 5
}
