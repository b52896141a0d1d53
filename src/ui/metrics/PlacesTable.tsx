import type { Metrics } from '../../scene/index.ts'
import { count } from '../graph-pane/figures.ts'
import inspector from '../inspector/Inspector.module.css'
import type { PodsNow } from './metrics-panel-props.ts'
import styles from './Metrics.module.css'
import { duration, podNowWords } from './words.ts'

interface PlacesTableProps {
  readonly places: Metrics['places']
  readonly retries: Metrics['retries']
  /** At the shown moment, by id on the stage. */
  readonly podsNow: PodsNow
}

/** Of more pods only those with the most tries are listed. */
const MOST = 20

/** Where requests and their tries went, and how many tries stand behind the requests. */
export function PlacesTable({ places, retries, podsNow }: PlacesTableProps) {
  const { pods, nowhere, turnedAway } = places
  if (retries.requests === 0) return null
  const kept = new Set([...pods].sort((a, b) => b.tries - a.tries).slice(0, MOST))
  return (
    <section className={inspector['section']} aria-label="Where they went">
      <h3>Where they went</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">requests</th>
            <th scope="col">tries</th>
            <th scope="col">failed</th>
            <th scope="col">p50</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        {pods
          .filter(pod => kept.has(pod))
          .map(({ id, pod, requests, tries, failed, percentiles }) => (
            <tbody key={id ?? pod} data-pod={pod}>
              <tr className={styles['pod']}>
                <th scope="rowgroup" colSpan={5}>
                  {pod} <span>{podNowWords(podsNow(id))}</span>
                </th>
              </tr>
              <tr>
                <td>{count(requests)}</td>
                <td>{count(tries)}</td>
                <td>{count(failed)}</td>
                <td>{percentiles ? duration(percentiles.p50) : '–'}</td>
                <td>{percentiles ? duration(percentiles.p99) : '–'}</td>
              </tr>
            </tbody>
          ))}
        <NoPod words="no pod chosen" requests={nowhere} />
        <NoPod words="turned away by a limit, before any pod" requests={turnedAway} />
      </table>
      <p className={styles['sentence']}>p50 and p99: how long the pod took for its answers.</p>
      {pods.length > MOST && <p className={styles['sentence']}>{count(pods.length - MOST)} more pods got fewer.</p>}
      <p className={styles['sentence']} data-testid="retries">
        {retryWords(retries)}
      </p>
    </section>
  )
}

/** Requests that are no pod's. */
function NoPod({ words, requests }: { readonly words: string; readonly requests: number }) {
  if (requests === 0) return null
  return (
    <tbody>
      <tr className={styles['pod']}>
        <th scope="rowgroup" colSpan={5}>
          {words}
        </th>
      </tr>
      <tr>
        <td>{count(requests)}</td>
        <td>–</td>
        <td>–</td>
        <td>–</td>
        <td>–</td>
      </tr>
    </tbody>
  )
}

/** How far retries multiply what is offered. */
function retryWords({ requests, tries, retried, atMost }: Metrics['retries']): string {
  const made = `${count(requests)} requests made ${count(tries)} tries upstream`
  if (retried === 0) return `${made}: none was tried again.`
  const times = (tries / requests).toFixed(2)
  return `${made}, ${times} each; ${count(retried)} were tried again. The rules allow up to ${count(atMost)} tries.`
}
