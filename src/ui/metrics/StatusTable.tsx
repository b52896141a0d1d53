import type { Metrics } from '../../scene/index.ts'
import { count, measuredPercent, portion } from '../graph-pane/figures.ts'
import { ShapeIcon } from '../graph-pane/ShapeMark.tsx'
import inspector from '../inspector/Inspector.module.css'
import styles from './Metrics.module.css'

interface StatusTableProps {
  readonly statuses: Metrics['statuses']
  readonly total: number
}

/** What callers got: status and flags as Envoy logs them. */
export function StatusTable({ statuses, total }: StatusTableProps) {
  if (statuses.length === 0) return null
  return (
    <section className={inspector['section']} aria-label="Answers">
      <h3>Answers</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">status and flags</th>
            <th scope="col">requests</th>
            <th scope="col">share</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map(({ label, outcome, count: n }) => (
            <tr key={`${label} ${outcome}`}>
              <th scope="row">
                <ShapeIcon outcome={outcome} /> {label}
              </th>
              <td>{count(n)}</td>
              <td>{measuredPercent(portion(n, total))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
