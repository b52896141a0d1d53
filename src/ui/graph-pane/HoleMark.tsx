import type { ReactNode } from 'react'
import { arcPathData, holeDisc, spiral } from '../../render/index.ts'
import { briefCause, wrap } from '../../layout/index.ts'
import { CAUSE_FONT } from '../../layout/wrap.ts'
import type { HoleNode } from '../../scene/index.ts'
import { measuredShare, toneOf } from '../../scene/index.ts'
import { countOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { measuredPercent } from './figures.ts'
import { countText } from './pill-text.ts'
import type { Ink } from './Words.tsx'
import { ShapeMark } from './ShapeMark.tsx'
import { Words, measure } from './Words.tsx'
import styles from './HoleMark.module.css'

interface HoleProps {
  readonly hole: HoleNode
  readonly drawing: Drawing
}

const LAST_DEATHS = 11
const GAUGE = 6
const LINE = 17

export const HOLE_DEPTH = 'hole-depth'

/** Shared by all holes; holes are darkest in the middle. */
export const HoleDepth = (): ReactNode => (
  <defs>
    <radialGradient id={HOLE_DEPTH}>
      <stop offset="0" stopColor="var(--hole)" />
      <stop offset=".62" stopColor="var(--hole)" />
      <stop offset="1" stopColor="var(--hole-2)" />
    </radialGradient>
  </defs>
)

/** A black disc with the last deaths in it, and a gauge around it: the share of all requests lost here. */
export function HoleMark({ hole, drawing }: HoleProps): ReactNode {
  const { positions, tally } = drawing
  const box = positions.boxes.get(hole.id)
  if (!box) return null
  const { x, y, radius } = holeDisc(box, positions.orientation)
  const n = countOf(drawing, hole.id)
  const tone = toneOf(hole.outcome)
  const gauge = arcPathData(x, y, radius + GAUGE, measuredShare(tally, hole.id) ?? 0)
  return (
    <g className={styles['hole']}>
      <circle cx={x} cy={y} r={radius + GAUGE} fill="none" stroke={`var(--${tone}-lane)`} strokeWidth={GAUGE} />
      {gauge !== '' && <path d={gauge} fill="none" stroke={`var(--${tone})`} strokeWidth={GAUGE} />}
      <circle cx={x} cy={y} r={radius} fill={`url(#${HOLE_DEPTH})`} stroke={`var(--${tone})`} strokeWidth={1.25} />
      {spiral(radius, Math.min(n, LAST_DEATHS)).map((point, i) => (
        <ShapeMark
          key={i}
          outcome={hole.outcome}
          x={x + point.x}
          y={y + point.y}
          radius={(radius / 44) * 5 * point.scale}
          opacity={1 - i * 0.06}
        />
      ))}
    </g>
  )
}

/** Status and flag as Envoy logs them, the cause in words, and the numbers. */
export function HoleWords({ hole, drawing }: HoleProps): ReactNode {
  const { positions, tally } = drawing
  const box = positions.boxes.get(hole.id)
  if (!box) return null
  const down = positions.orientation === 'down'
  const { x, y, radius } = holeDisc(box, positions.orientation)
  const label = positions.boxes.get(`${hole.id}#label`)
  const base = (label ? label.y : y + radius + (down ? 12 : 16)) + (down ? 16 : 18)
  const isCounted = tally.total > 0
  const numbers = isCounted ? countText(hole.id, tally) : `expected ${measuredPercent(hole.share)}`
  const room = label?.width ?? (down ? 124 : 186)
  const lines = wrap(down ? briefCause(hole.cause) : hole.cause, room, CAUSE_FONT, measure)
  const ink: Ink = inkOf(hole)
  return (
    <g className={styles['words']} data-testid="hole" data-hole={hole.label}>
      <Words x={x} y={base} size={15} mono weight={600} ink={ink} anchor="middle">
        {hole.label}
      </Words>
      {lines.map((line, i) => (
        <Words key={i} x={x} y={base + 18 + i * LINE} anchor="middle" maxWidth={room + 20}>
          {line}
        </Words>
      ))}
      <Words x={x} y={base + 18 + lines.length * LINE} size={11} mono ink="2" anchor="middle">
        {numbers}
      </Words>
    </g>
  )
}

function inkOf(hole: HoleNode): Ink {
  const tone = toneOf(hole.outcome)
  return tone === 'ghost' ? '2' : tone
}
