import { useMemo } from 'react'
import { useStore } from 'zustand'
import { barMsFor, createBars, findRequest, marksOf, timelineEnd } from '../state/index.ts'
import { Timeline } from '../ui/timeline/Timeline.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import type { useStage } from './use-stage.ts'

/** The timeline over the stores. Nothing to play: no timeline. */
export function PlayBar({
  actions,
  shown,
}: {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
}) {
  const { playback } = useStores()
  const { playing, speed, past, setSpeed, seek } = useStore(playback)
  const totalMs = useStore(playback, timelineEnd)
  const { run, shownMs, focus } = shown
  const barMs = barMsFor(totalMs)
  const barsAt = useMemo(() => run && createBars(run, past, barMs), [run, past, barMs])
  const bars = useMemo(() => barsAt?.(shownMs) ?? [], [barsAt, shownMs])
  const marks = useMemo(() => marksOf(run, past), [run, past])
  if (!run?.picture.stage) return null
  const request = focus && findRequest(run, focus.number)
  return (
    <Timeline
      nowMs={shownMs}
      totalMs={totalMs}
      bars={bars}
      barMs={barMs}
      marks={marks}
      focusMs={request?.atMs}
      playing={playing}
      speed={speed}
      seed={run.picture.traffic.seed}
      onPlayPause={actions.playPause}
      onStep={actions.step}
      onScrub={seek}
      onSpeed={setSpeed}
    />
  )
}
