import { memo, useMemo, useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import type { Outcome } from '../../scene/index.ts'
import { useSize } from '../graph-pane/use-size.ts'
import { seconds, ticks } from './clock-text.ts'
import { scaleOf, stackBar } from './stack-bars.ts'
import { EDGE, atX, bandsFor } from './geometry.ts'
import type { Bands, Geometry } from './geometry.ts'
import { sayMark, stopBetween } from './group-marks.ts'
import { Marks } from './Marks.tsx'
import type { TimelineProps } from './Timeline.tsx'
import styles from './Timeline.module.css'

/** Bars, marks and the playhead. A drag anywhere scrubs; the keys are those of a slider. */
export function Track(props: TimelineProps & { readonly barMs: number }): ReactNode {
  const { nowMs, bars, barMs, marks, focusMs, onScrub } = props
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const { width, height } = useSize(box)
  /** While it is dragged the axis stays as it was: it must not go away from under the pointer. */
  const [dragged, setDragged] = useState<number>()
  const dragging = dragged !== undefined
  const endMs = dragged ?? props.totalMs
  const geometry = useMemo(() => ({ width, height, totalMs: endMs }), [width, height, endMs])
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const left = event.currentTarget.getBoundingClientRect().left
    const part = (event.clientX - left - EDGE) / Math.max(1, width - 2 * EDGE)
    const at = Math.min(1, Math.max(0, part)) * endMs
    const near = marks.find(mark => Math.abs(atX(geometry, mark.atMs) - atX(geometry, at)) < 5)
    onScrub(near ? near.atMs : at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = keyTarget(event, nowMs, endMs)
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onScrub(stopBetween(marks, nowMs, to))
  }
  const bands = bandsFor(height)
  const { base } = bands
  const now = Math.min(nowMs, endMs)
  const x = atX(geometry, now)
  const here = marks.filter(({ atMs }) => Math.abs(atMs - now) < 1).map(sayMark)
  return (
    <div
      ref={setBox}
      className={styles['track']}
      role="slider"
      tabIndex={0}
      aria-label="Time"
      aria-valuemin={0}
      aria-valuemax={Math.round(endMs)}
      aria-valuenow={Math.round(now)}
      aria-valuetext={[`${seconds(now, 2)} of ${seconds(endMs, 0)}`, ...here].join(', ')}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(props.totalMs)
        scrub(event)
      }}
      onPointerMove={event => {
        if (dragging) scrub(event)
      }}
      onPointerUp={() => setDragged(undefined)}
      onPointerCancel={() => setDragged(undefined)}
      onKeyDown={onKeyDown}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <Bars
            bars={bars}
            barMs={barMs}
            geometry={geometry}
            nowMs={Math.ceil(now / barMs) * barMs}
            base={base}
            room={base - bands.barsTop}
          />
          <Scale geometry={geometry} bands={bands} />
          <Marks marks={marks} nowMs={now} geometry={geometry} bands={bands} />
          {focusMs !== undefined && (
            <path className={styles['focus']} d={`M${atX(geometry, focusMs)} ${Math.max(2, base - 34)}V${base + 4}`} />
          )}
          <path className={styles['playhead']} d={`M${x} 2V${base + 4}`} />
          <circle className={styles['knob']} cx={x} cy={base} r={dragging ? 6 : 5} />
        </svg>
      )}
    </div>
  )
}

function keyTarget({ key, shiftKey }: KeyboardEvent, nowMs: number, totalMs: number): number | undefined {
  const by = (ms: number): number => Math.min(totalMs, Math.max(0, nowMs + ms))
  const small = shiftKey ? 1000 : 100
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(small)
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-small)
    case 'PageUp':
      return by(5000)
    case 'PageDown':
      return by(-5000)
    case 'Home':
      return 0
    case 'End':
      return totalMs
    default:
      return undefined
  }
}

interface BarsProps {
  readonly bars: readonly ReadonlyMap<Outcome, number>[]
  readonly barMs: number
  readonly geometry: Geometry
  /** Rounded up to a whole bar: drawn again twice a second, not at every frame. */
  readonly nowMs: number
  readonly base: number
  readonly room: number
}

/** What has been, up to the playhead. */
const Bars = memo(function Bars({ bars, barMs, geometry, nowMs, base, room }: BarsProps): ReactNode {
  const perRequest = scaleOf(bars, Math.max(8, room))
  const width = atX(geometry, barMs) - atX(geometry, 0)
  const gap = Math.min(1.5, width * 0.25)
  return bars.map((bar, i) => {
    const startMs = i * barMs
    if (startMs >= nowMs) return null
    const x = atX(geometry, startMs) + gap / 2
    return stackBar(bar, perRequest).map(part => (
      <rect
        key={`${i}${part.outcome}`}
        className={part.outcome === 'succeeded' ? styles['fine'] : undefined}
        x={x}
        y={base - part.from - part.height}
        width={Math.max(0.75, width - gap)}
        height={Math.max(0.5, part.height - 0.5)}
        rx={0.5}
        fill={`var(--${part.tone})`}
      />
    ))
  })
})

function Scale({ geometry, bands }: { readonly geometry: Geometry; readonly bands: Bands }): ReactNode {
  const { base, tickY } = bands
  const { width, totalMs } = geometry
  return (
    <g>
      <path className={styles['line']} d={`M${EDGE} ${base + 0.5}H${Math.max(EDGE, width - EDGE)}`} />
      {ticks(totalMs, width).map(at => (
        <g key={at}>
          <path className={styles['line']} d={`M${atX(geometry, at)} ${base}v4`} />
          <text
            className={styles['tick']}
            x={atX(geometry, at)}
            y={base + tickY}
            textAnchor={at === 0 ? 'start' : at === totalMs ? 'end' : 'middle'}
          >
            {seconds(at, at % 1000 === 0 ? 0 : 1)}
          </text>
        </g>
      ))}
    </g>
  )
}
