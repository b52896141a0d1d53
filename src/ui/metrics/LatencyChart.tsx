import { scaleBand, scaleLinear } from 'd3'
import { useState } from 'react'
import type { Bin, Metrics } from '../../scene/index.ts'
import { count } from '../graph-pane/figures.ts'
import { useSize } from '../graph-pane/use-size.ts'
import inspector from '../inspector/Inspector.module.css'
import { axisLabels } from './axis-labels.ts'
import styles from './Metrics.module.css'
import { duration } from './words.ts'

const HEIGHT = 56
const WIDEST_BAR = 48

/** How long requests took from the caller's point of view: percentiles and a histogram. */
export function LatencyChart({ latency }: { readonly latency: Metrics['latency'] }) {
  const { percentiles, bins } = latency
  if (!percentiles) return null
  return (
    <section className={inspector['section']} aria-label="Latency">
      <h3>Latency</h3>
      <dl className={styles['figures']}>
        {(['p50', 'p90', 'p99'] as const).map(name => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{duration(percentiles[name])}</dd>
          </div>
        ))}
      </dl>
      <Histogram bins={bins} />
      <table className="visually-hidden">
        <caption>Requests by latency</caption>
        <thead>
          <tr>
            <th scope="col">from</th>
            <th scope="col">to</th>
            <th scope="col">requests</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(bin => (
            <tr key={bin.fromMs}>
              <td>{duration(bin.fromMs)}</td>
              <td>{duration(bin.toMs)}</td>
              <td>{count(bin.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Histogram({ bins }: { readonly bins: readonly Bin[] }) {
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const { width } = useSize(box)
  const bounds = [...bins.map(({ fromMs }) => fromMs), bins.at(-1)?.toMs ?? 0]
  const end = Math.min(width, bins.length * WIDEST_BAR)
  const x = scaleBand(
    bins.map(({ fromMs }) => fromMs),
    [0, end],
  ).paddingInner(0.12)
  const most = Math.max(1, ...bins.map(bin => bin.count))
  const y = scaleLinear([0, most], [0, HEIGHT])
  const step = end / Math.max(1, bins.length)
  return (
    <div ref={setBox} className={styles['chart']}>
      {width > 0 && (
        <svg width={width} height={HEIGHT + 18} aria-hidden="true">
          {bins.map(bin => (
            <rect
              key={bin.fromMs}
              className={styles['bar']}
              x={x(bin.fromMs)}
              y={HEIGHT - Math.max(bin.count > 0 ? 2 : 0, y(bin.count))}
              width={x.bandwidth()}
              height={Math.max(bin.count > 0 ? 2 : 0, y(bin.count))}
            >
              <title>{`${duration(bin.fromMs)} to ${duration(bin.toMs)}: ${count(bin.count)}`}</title>
            </rect>
          ))}
          <path className={styles['line']} d={`M0 ${HEIGHT + 0.5}H${width}`} />
          {axisLabels(bounds.map(duration), step, width).map(({ index, x: atX, anchor }) => (
            <text key={index} x={atX} y={HEIGHT + 14} textAnchor={anchor}>
              {duration(bounds[index] ?? 0)}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}
