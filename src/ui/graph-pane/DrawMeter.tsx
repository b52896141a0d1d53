import type { ReactNode } from 'react'
import { drawAt } from './draw-at.ts'
import type { Drawing } from './drawing.ts'
import { DrawTrack } from './DrawTrack.tsx'
import type { Draw } from './DrawTrack.tsx'
import type { FocusedRequest } from './graph-pane-props.ts'

interface DrawMeterProps {
  readonly focus: FocusedRequest
  readonly draw: Draw
  readonly drawing: Drawing
  /** What it keeps free of the card. */
  readonly edges: { readonly left: number; readonly right: number }
}

/** Room for `0.731`. */
const NUMBER = 40

/** What the followed request drew, over the destinations that it chose among. Upright their line has no room for it. */
export function DrawMeter({ focus, draw, drawing, edges }: DrawMeterProps): ReactNode {
  const { stage, positions, moment } = drawing
  const row = positions.orientation === 'across' ? drawAt(stage, focus, moment.nowMs - focus.atMs) : undefined
  const box = positions.boxes.get(row?.legs[0]?.id ?? '')
  if (!box) return null
  const width = box.width - edges.left - edges.right
  return (
    <g transform={`translate(${box.x + edges.left} ${box.y + 2})`} data-testid="draw">
      <DrawTrack draw={draw} width={width - NUMBER} high={4} />
      <text x={width} y={4} fill="var(--ink)" fontFamily="var(--mono)" fontSize={11} textAnchor="end">
        {draw.value.toFixed(3)}
      </text>
    </g>
  )
}
