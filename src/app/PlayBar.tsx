import { Suspense, lazy, useMemo } from 'react'
import { useStore } from 'zustand'
import { barMsFor, createBars, findRequest, marksOf, timelineEnd } from '../state/index.ts'
import { Timeline } from '../ui/timeline/Timeline.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import type { useStage } from './use-stage.ts'

const PresenterTime = lazy(async () => ({ default: (await import('./presenter.ts')).PresenterTime }))

/** The timeline over the stores. Nothing to play: no timeline. */
export function PlayBar({
  actions,
  shown,
  presenting,
}: {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
  /** With the way through the steps. */
  readonly presenting: boolean
}) {
  const { map, playback } = useStores()
  const mapOpen = useStore(map, state => state.open)
  const { playing, speed, past, setSpeed } = useStore(playback)
  const totalMs = useStore(playback, timelineEnd)
  const { run, shownMs, focus } = shown
  const barMs = barMsFor(totalMs)
  const barsAt = useMemo(() => run && createBars(run, past, barMs), [run, past, barMs])
  const bars = useMemo(() => barsAt?.(shownMs) ?? [], [barsAt, shownMs])
  const marks = useMemo(() => marksOf(run, past), [run, past])
  if (!run?.picture.stage) return null
  const request = focus && findRequest(run, focus.number)
  const time = {
    nowMs: shownMs,
    totalMs,
    bars,
    barMs,
    marks,
    focusMs: request?.atMs,
    playing,
    speed,
    seed: run.picture.traffic.seed,
    // The map is of all callers.
    seenBy: mapOpen && !presenting ? run.picture.proxy : undefined,
    onPlayPause: actions.playPause,
    onStep: actions.step,
    onScrub: actions.seek,
    onSpeed: setSpeed,
  }
  if (!presenting) return <Timeline {...time} />
  return (
    <Suspense fallback={null}>
      <PresenterTime actions={actions} time={time} />
    </Suspense>
  )
}
