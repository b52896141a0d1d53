import { Fragment } from 'react'
import type { ClientFigures } from '../../scene/index.ts'
import { count, measuredPercent, portion } from '../graph-pane/figures.ts'
import inspector from '../inspector/Inspector.module.css'
import styles from './Metrics.module.css'
import { duration } from './words.ts'

/** The same figures for each client. */
export function ClientsTable({ clients }: { readonly clients: readonly ClientFigures[] }) {
  return (
    <section className={inspector['section']} aria-label="Clients">
      <h3>Clients</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">requests</th>
            <th scope="col">req/s</th>
            <th scope="col">succeeded</th>
            <th scope="col">p50</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        <tbody>
          {clients.map(({ id, offeredPerSecond, landed, succeeded, percentiles }) => (
            <Fragment key={id}>
              <tr className={styles['group']}>
                <th scope="rowgroup" colSpan={5}>
                  {id}
                </th>
              </tr>
              <tr>
                <td>{count(landed)}</td>
                <td>{offeredPerSecond.toFixed(1)}</td>
                <td>{landed > 0 ? measuredPercent(portion(succeeded, landed)) : '–'}</td>
                <td>{percentiles ? duration(percentiles.p50) : '–'}</td>
                <td>{percentiles ? duration(percentiles.p99) : '–'}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
