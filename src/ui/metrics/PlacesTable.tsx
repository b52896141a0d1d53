import type { Metrics } from '../../scene/index.ts'
import { count } from '../graph-pane/figures.ts'
import inspector from '../inspector/Inspector.module.css'
import styles from './Metrics.module.css'

interface PlacesTableProps {
  readonly places: Metrics['places']
  readonly retries: Metrics['retries']
}

/** Of more pods only those with the most tries are listed. */
const MOST = 20

/** Where requests and their tries went, and how many tries stand behind the requests. */
export function PlacesTable({ places, retries }: PlacesTableProps) {
  const { pods, nowhere } = places
  if (retries.requests === 0) return null
  const kept = new Set([...pods].sort((a, b) => b.tries - a.tries).slice(0, MOST))
  return (
    <section className={inspector['section']} aria-label="Where they went">
      <h3>Where they went</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">pod</th>
            <th scope="col">requests</th>
            <th scope="col">tries</th>
            <th scope="col">failed</th>
          </tr>
        </thead>
        <tbody>
          {pods
            .filter(pod => kept.has(pod))
            .map(({ pod, requests, tries, failed }) => (
              <tr key={pod}>
                <th scope="row">{pod}</th>
                <td>{count(requests)}</td>
                <td>{count(tries)}</td>
                <td>{count(failed)}</td>
              </tr>
            ))}
          {nowhere > 0 && (
            <tr>
              <th scope="row">no pod chosen</th>
              <td>{count(nowhere)}</td>
              <td>–</td>
              <td>–</td>
            </tr>
          )}
        </tbody>
      </table>
      {pods.length > MOST && <p className={styles['sentence']}>{count(pods.length - MOST)} more pods got fewer.</p>}
      <p className={styles['sentence']} data-testid="retries">
        {retryWords(retries)}
      </p>
    </section>
  )
}

/** How far retries multiply what is offered. */
function retryWords({ requests, tries, retried, atMost }: Metrics['retries']): string {
  const made = `${count(requests)} requests made ${count(tries)} tries upstream`
  if (retried === 0) return `${made}: none was tried again.`
  const times = (tries / requests).toFixed(2)
  return `${made}, ${times} each; ${count(retried)} were tried again. The rules allow up to ${count(atMost)} tries.`
}
