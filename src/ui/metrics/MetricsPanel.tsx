import type { Tally } from '../../scene/index.ts'
import { count, measuredPercent, portion, setPercent } from '../graph-pane/figures.ts'
import { asCounted } from './as-counted.ts'
import { ClientsTable } from './ClientsTable.tsx'
import { LatencyChart } from './LatencyChart.tsx'
import type { MetricsPanelProps } from './metrics-panel-props.ts'
import styles from './Metrics.module.css'
import { OverTime } from './OverTime.tsx'
import { PlacesTable } from './PlacesTable.tsx'
import { SplitsSection } from './SplitsSection.tsx'
import { StatusTable } from './StatusTable.tsx'

/** What became of the requests, in numbers: as of the moment that the timeline shows. */
export function MetricsPanel(props: MetricsPanelProps) {
  const { metrics, tally, unchanged } = props
  return (
    <div data-testid="metrics">
      <Success tally={tally} since={unchanged ? 'start' : 'last change'} />
      {metrics && (
        <>
          <SplitsSection splits={metrics.splits.map(split => asCounted(split, metrics.splits, tally))} />
          <LatencyChart latency={metrics.latency} />
          <OverTime {...props} metrics={metrics} />
          {metrics.clients.length > 1 && <ClientsTable clients={metrics.clients} />}
          <StatusTable statuses={metrics.statuses} total={metrics.all.landed} />
          <PlacesTable places={metrics.places} retries={metrics.retries} podsNow={props.podsNow} />
        </>
      )}
    </div>
  )
}

function Success({ tally, since }: { readonly tally: Tally; readonly since: string }) {
  const [landed, succeeded] = [tally.total, tally.byOutcome.get('succeeded') ?? 0]
  return (
    <section className={styles['success']} aria-label="Success">
      <p>
        <b>{landed === 0 ? '–' : succeeded === landed ? setPercent(1) : measuredPercent(portion(succeeded, landed))}</b>{' '}
        <span>succeeded</span>
      </p>
      <p className={styles['caption']}>
        {count(succeeded)} of {count(landed)} since the {since}
      </p>
    </section>
  )
}
