import { Suspense, lazy, useMemo } from 'react'
import { useStore } from 'zustand'
import { tallyOf } from '../state/index.ts'
import { useStores } from '../ui/stores.ts'

/** Its charts are not needed for the first paint. */
const MetricsPanel = lazy(async () => ({ default: (await import('../ui/metrics/MetricsPanel.tsx')).MetricsPanel }))

/** The Metrics tab over the stores. */
export function Measuring() {
  const { metrics: metricsStore, playback } = useStores()
  const metrics = useStore(metricsStore, state => state.metrics)
  const run = useStore(playback, state => state.run)
  const shownMs = useStore(playback, state => state.shownMs)
  const tally = useMemo(() => tallyOf(run, shownMs), [run, shownMs])
  return (
    <Suspense>
      <MetricsPanel
        metrics={metrics}
        tally={tally}
        runFromMs={run?.fromMs ?? 0}
        nowMs={shownMs}
        totalMs={run ? run.fromMs + run.picture.log.untilMs : 0}
        onSeek={playback.getState().seek}
      />
    </Suspense>
  )
}
