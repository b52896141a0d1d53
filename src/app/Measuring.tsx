import { Suspense, lazy, useMemo } from 'react'
import { useStore } from 'zustand'
import { ejectionsOf, poolsAt } from '../scene/index.ts'
import { countedSince, tallyOf, timelineEnd } from '../state/index.ts'
import type { PodsNow } from '../ui/metrics/metrics-panel-props.ts'
import { useStores } from '../ui/stores.ts'

/** Its charts are not needed for the first paint. */
const MetricsPanel = lazy(async () => ({ default: (await import('../ui/metrics/MetricsPanel.tsx')).MetricsPanel }))

/** The Metrics tab over the stores. */
export function Measuring() {
  const { metrics: metricsStore, playback, pools } = useStores()
  const metrics = useStore(metricsStore, state => state.metrics)
  const run = useStore(playback, state => state.run)
  const shownMs = useStore(playback, state => state.shownMs)
  const totalMs = useStore(playback, timelineEnd)
  const tally = useMemo(() => tallyOf(run, shownMs), [run, shownMs])
  const film = useStore(pools, state => state.film)
  const podsNow = useMemo((): PodsNow => {
    const now = poolsAt(film, shownMs)
    const tracks = new Map(run?.picture.log.happenings?.pods.map(track => [track.id, track]))
    return id => ({
      inFlight: id === undefined || !now ? undefined : (now.pods.get(id)?.inFlight ?? 0),
      ejections: id === undefined ? 0 : ejectionsOf(tracks.get(id), metrics?.fromMs ?? 0, shownMs),
    })
  }, [film, run, shownMs, metrics?.fromMs])
  return (
    <Suspense>
      <MetricsPanel
        metrics={metrics}
        tally={tally}
        unchanged={countedSince(run, shownMs) === 0}
        podsNow={podsNow}
        nowMs={shownMs}
        totalMs={totalMs}
        onSeek={playback.getState().seek}
      />
    </Suspense>
  )
}
