import type { ReactNode } from 'react'
import { TIMELINE_MARKS } from '../../render/index.ts'
import { seconds } from './clock-text.ts'
import { atX } from './geometry.ts'
import type { Bands, Geometry } from './geometry.ts'
import { LABEL_AT, groupMarks, labelsOf } from './group-marks.ts'
import type { TimelineMark } from './timeline-mark.ts'
import styles from './Timeline.module.css'

/** What is applied is planned; what comes of it shows when it happens. */
const isKnown = ({ kind, atMs }: TimelineMark, nowMs: number, endMs: number): boolean =>
  kind === 'applied' ? atMs <= endMs : atMs <= nowMs

interface MarksProps {
  readonly marks: readonly TimelineMark[]
  readonly nowMs: number
  readonly geometry: Geometry
  readonly bands: Bands
}

/** Above the bars: what happened besides requests. A label only where there is room. */
export function Marks({ marks, nowMs, geometry, bands }: MarksProps): ReactNode {
  const { markY, markScale, leastGap, base, named } = bands
  const known = marks.filter(mark => isKnown(mark, nowMs, geometry.totalMs))
  const groups = groupMarks(known, ms => atX(geometry, ms), leastGap)
  const labels = labelsOf(groups, { width: geometry.width, playheadX: atX(geometry, nowMs), named })
  return groups.map(({ x, mark, words }, i) => {
    const form = TIMELINE_MARKS[mark.kind]
    return (
      <g key={`${mark.kind}${mark.atMs}`} data-mark={mark.kind}>
        <title>{`${words.join(', ')}, ${seconds(mark.atMs, 2)}`}</title>
        <path className={styles['dots']} d={`M${x} ${markY + 7 * markScale}V${base}`} />
        <path
          className={styles[mark.kind === 'gate' ? 'markGate' : form.filled ? 'markFilled' : 'markOpen']}
          d={form.data}
          transform={`translate(${x} ${markY}) scale(${markScale})`}
        />
        {labels[i] !== undefined && (
          <text className={styles['label']} x={x + LABEL_AT} y={markY + 4}>
            {labels[i]}
          </text>
        )}
      </g>
    )
  })
}
