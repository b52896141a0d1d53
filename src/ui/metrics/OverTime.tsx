import { area, curveStepAfter, line, scaleLinear } from 'd3'
import { useMemo } from 'react'
import type { Metrics, Series } from '../../scene/index.ts'
import { count, measuredPercent, portion } from '../graph-pane/figures.ts'
import inspector from '../inspector/Inspector.module.css'
import type { MetricsPanelProps } from './metrics-panel-props.ts'
import styles from './Metrics.module.css'
import { SeriesTable } from './SeriesTable.tsx'
import { TimeChart } from './TimeChart.tsx'
import { perSecond } from './words.ts'

type Point = readonly [atMs: number, value: number | undefined]

/** Each stretch's value from its start on, and the last one's until its end. */
function stepsOf({ stepMs, stretches }: Series, fromMs: number, valueOf: (i: number) => number | undefined): Point[] {
  const points = stretches.map((_, i): Point => [fromMs + i * stepMs, valueOf(i)])
  return [...points, [fromMs + stretches.length * stepMs, valueOf(stretches.length - 1)]]
}

/** Requests a second and success over time, tied to the timeline. */
export function OverTime(props: MetricsPanelProps & { readonly metrics: Metrics }) {
  const { fromMs, series, all } = props.metrics
  const { stepMs, stretches } = series
  const { offered, answered, success, most } = useMemo(() => {
    const rate = (n: number) => (n * 1000) / stepMs
    const points = {
      offered: stepsOf(series, fromMs, i => rate(stretches[i]?.offered ?? 0)),
      answered: stepsOf(series, fromMs, i => rate(stretches[i]?.answered ?? 0)),
      success: stepsOf(series, fromMs, i => {
        const { answered = 0, succeeded = 0 } = stretches[i] ?? {}
        return answered > 0 ? succeeded / answered : undefined
      }),
    }
    const rates = [...points.offered, ...points.answered].map(([, value]) => value ?? 0)
    return {
      ...points,
      most:
        scaleLinear([0, Math.max(1, ...rates)], [0, 1])
          .nice(2)
          .domain()[1] ?? 1,
    }
  }, [series, stretches, stepMs, fromMs])
  const at = stretches[Math.floor((props.nowMs - fromMs) / stepMs)] ?? stretches.at(-1)
  const told = at && {
    rates: `${perSecond((at.offered * 1000) / stepMs)} offered, ${perSecond((at.answered * 1000) / stepMs)} answered`,
    success:
      at.answered > 0
        ? `${measuredPercent(portion(at.succeeded, at.answered))} of ${count(at.answered)} succeeded`
        : 'nothing answered',
  }
  const chart = { fromMs, toMs: props.totalMs, nowMs: props.nowMs, stepMs, onSeek: props.onSeek }
  return (
    <section className={inspector['section']} aria-label="Over time">
      <h3>Over time</h3>
      <p className={styles['legend']}>
        Req/s
        <span data-line="offered">
          offered <b>{all.offeredPerSecond.toFixed(1)}</b>
        </span>
        <span data-line="answered">
          answered <b>{all.answeredPerSecond.toFixed(1)}</b>
        </span>
      </p>
      <TimeChart {...chart} name="Requests per second" top={count(most)} value={told?.rates}>
        {(x, height) => {
          const path = line<Point>()
            .x(([atMs]) => x(atMs))
            .y(([, value]) => height - (height * (value ?? 0)) / most)
            .curve(curveStepAfter)
          return (
            <>
              <path className={styles['offered']} d={path(offered) ?? ''} />
              <path className={styles['answered']} d={path(answered) ?? ''} />
            </>
          )
        }}
      </TimeChart>
      <p className={styles['legend']}>
        Success
        <span data-line="succeeded">share of answers</span>
      </p>
      <TimeChart {...chart} name="Success over time" top="100 %" value={told?.success}>
        {(x, height) => {
          const isKnown = ([, value]: Point) => value !== undefined
          const filled = area<Point>()
            .defined(isKnown)
            .x(([atMs]) => x(atMs))
            .y0(height)
            .y1(([, value]) => height * (1 - (value ?? 0)))
            .curve(curveStepAfter)
          return (
            <>
              <path className={styles['filled']} d={filled(success) ?? ''} />
              <path className={styles['succeeded']} d={filled.lineY1()(success) ?? ''} />
            </>
          )
        }}
      </TimeChart>
      <SeriesTable series={series} fromMs={fromMs} />
    </section>
  )
}
