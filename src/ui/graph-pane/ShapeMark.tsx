import type { ReactNode } from 'react'
import { FORMS, shapePathData } from '../../render/index.ts'
import type { Outcome } from '../../scene/index.ts'
import { shapeOf, toneOf } from '../../scene/index.ts'

interface ShapeMarkProps {
  readonly outcome: Outcome
  readonly x?: number
  readonly y?: number
  readonly radius?: number
  readonly opacity?: number
}

/** An outcome's shape in its colour, as SVG. */
export function ShapeMark({ outcome, x = 0, y = 0, radius = 4.5, opacity = 1 }: ShapeMarkProps): ReactNode {
  const shape = shapeOf(outcome)
  const form = FORMS[shape]
  const colour = `var(--${toneOf(outcome)})`
  const stroked = form.kind === 'strokes'
  return (
    <path
      d={shapePathData(shape, radius)}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      opacity={opacity === 1 ? undefined : opacity.toFixed(2)}
      fill={stroked ? 'none' : colour}
      stroke={stroked ? colour : 'none'}
      strokeWidth={stroked ? (radius * form.width).toFixed(2) : undefined}
      strokeLinecap="round"
    />
  )
}

/** The same, 12 px, for a line of text. */
export const ShapeIcon = ({ outcome, size = 12 }: { readonly outcome: Outcome; readonly size?: number }): ReactNode => (
  <svg width={size} height={size} viewBox="-6 -6 12 12" aria-hidden="true" focusable="false" overflow="visible">
    <ShapeMark outcome={outcome} />
  </svg>
)
