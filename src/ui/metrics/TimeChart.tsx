import { scaleLinear } from 'd3'
import { useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useSize } from '../graph-pane/use-size.ts'
import { seconds } from '../timeline/clock-text.ts'
import styles from './Metrics.module.css'

export interface TimeChartProps {
  readonly name: string
  /** What the upper edge stands for. */
  readonly top: string
  readonly fromMs: number
  readonly toMs: number
  readonly nowMs: number
  /** How far the arrow keys go. */
  readonly stepMs: number
  /** What is so at the shown time, in words. */
  readonly value: string | undefined
  readonly onSeek: (atMs: number) => void
  readonly children: (x: (atMs: number) => number, height: number) => ReactNode
}

const HEIGHT = 48
/** Room for what the upper edge stands for. */
const ABOVE = 13

/** A chart over the time of the timeline, with its playhead. A click or the keys of a slider go to a moment. */
export function TimeChart(props: TimeChartProps) {
  const { name, top, fromMs, toMs, stepMs, value, onSeek, children } = props
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const { width } = useSize(box)
  const nowMs = Math.min(toMs, Math.max(fromMs, props.nowMs))
  const x = scaleLinear([fromMs, Math.max(toMs, fromMs + 1)], [0, width - 1]).clamp(true)
  const seek = (event: PointerEvent<HTMLDivElement>) => {
    onSeek(x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: nowMs + stepMs, ArrowUp: nowMs + stepMs, ArrowLeft: nowMs - stepMs }[event.key]
    const at = to ?? { ArrowDown: nowMs - stepMs, Home: fromMs, End: toMs }[event.key]
    if (at === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onSeek(Math.min(toMs, Math.max(fromMs, at)))
  }
  return (
    <div
      ref={setBox}
      className={styles['time']}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={Math.round(fromMs)}
      aria-valuemax={Math.round(toMs)}
      aria-valuenow={Math.round(nowMs)}
      aria-valuetext={[seconds(nowMs, 2), ...(value === undefined ? [] : [value])].join(': ')}
      title={value}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        seek(event)
      }}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event)
      }}
      onKeyDown={onKeyDown}
    >
      {width > 0 && (
        <svg width={width} height={ABOVE + HEIGHT + 18} aria-hidden="true">
          <text x="0" y="9">
            {top}
          </text>
          <g transform={`translate(0 ${ABOVE})`}>
            <path className={styles['grid']} d={`M0 0.5H${width}`} />
            {children(x, HEIGHT)}
            <path className={styles['line']} d={`M0 ${HEIGHT + 0.5}H${width}`} />
            <text x="0" y={HEIGHT + 14}>
              {seconds(fromMs, fromMs % 1000 === 0 ? 0 : 1)}
            </text>
            <text x={width} y={HEIGHT + 14} textAnchor="end">
              {seconds(toMs, toMs % 1000 === 0 ? 0 : 1)}
            </text>
            <path className={styles['cursor']} d={`M${x(nowMs).toFixed(1)} -4V${HEIGHT + 4}`} />
          </g>
        </svg>
      )}
    </div>
  )
}
