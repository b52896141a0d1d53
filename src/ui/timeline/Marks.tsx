import type { ReactNode } from 'react'
import { TIMELINE_MARKS } from '../../render/index.ts'
import { seconds } from './clock-text.ts'
import { atX } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import { groupMarks } from './group-marks.ts'
import type { TimelineMark } from './timeline-mark.ts'
import styles from './Timeline.module.css'

/** What is applied is planned; what comes of it shows when it happens. */
const isKnown = ({ kind, atMs }: TimelineMark, nowMs: number): boolean => kind === 'applied' || atMs <= nowMs

interface MarksProps {
  readonly marks: readonly TimelineMark[]
  readonly nowMs: number
  readonly geometry: Geometry
  readonly base: number
}

/** Above the bars: what happened besides requests. A label only where there is room before the next. */
export function Marks({ marks, nowMs, geometry, base }: MarksProps): ReactNode {
  const known = marks.filter(mark => isKnown(mark, nowMs))
  const groups = groupMarks(known, ms => atX(geometry, ms))
  return groups.map(({ x, mark, count, words }, i) => {
    const room = (groups[i + 1]?.x ?? geometry.width) - x
    const form = TIMELINE_MARKS[mark.kind]
    const label = count > 1 ? `×${count}` : mark.label
    return (
      <g key={`${mark.kind}${mark.atMs}`} data-mark={mark.kind}>
        <title>{`${words.join(', ')}, ${seconds(mark.atMs, 2)}`}</title>
        <path className={styles['dots']} d={`M${x} 17V${base}`} />
        <path
          className={styles[mark.kind === 'gate' ? 'markGate' : form.filled ? 'markFilled' : 'markOpen']}
          d={form.data}
          transform={`translate(${x} 10)`}
        />
        {room > 18 + label.length * 6 && (
          <text className={styles['label']} x={x + 10} y={14}>
            {label}
          </text>
        )}
      </g>
    )
  })
}
