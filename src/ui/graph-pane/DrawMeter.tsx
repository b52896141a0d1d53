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

/** Room for `0.731`; and what a letter of a condition takes at most, upright figures or words. */
const NUMBER = 40
const LETTER = { mono: 6.7, plain: 5.8 }

/**
 * What the followed request drew, over the destinations that it chose among; its number right of the rule's condition, or where that
 * takes the line, right of the meter. Upright there is no room for it.
 */
export function DrawMeter({ focus, draw, drawing, edges }: DrawMeterProps): ReactNode {
  const { stage, positions, moment } = drawing
  const row = positions.orientation === 'across' ? drawAt(stage, focus, moment.nowMs - focus.atMs) : undefined
  const box = positions.boxes.get(row?.legs[0]?.id ?? '')
  if (!row || !box) return null
  const width = box.width - edges.left - edges.right
  const condition = row.condition.length * (row.mono ? LETTER.mono : LETTER.plain)
  const isAbove = row.badges.length === 0 && condition + NUMBER <= width
  return (
    <g transform={`translate(${box.x + edges.left} ${box.y + 1})`} data-testid="draw">
      <DrawTrack draw={draw} width={isAbove ? width : width - NUMBER} high={4} />
      <text x={width} y={isAbove ? -11 : 4} fill="var(--ink)" fontFamily="var(--mono)" fontSize={11} textAnchor="end">
        {draw.value.toFixed(3)}
      </text>
    </g>
  )
}
