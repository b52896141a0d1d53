import { Suspense, lazy } from 'react'
import { useStore } from 'zustand'
import type { TextRange } from '../core/base/text-range.ts'
import { countUntil, measuredShare } from '../scene/index.ts'
import { countedSince, firstSent, latestLanded } from '../state/index.ts'
import type { Explanation } from '../state/index.ts'
import type { HoleCardProps } from '../ui/hole-card/hole-card-props.ts'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import type { useStage } from './use-stage.ts'

/** It is not there before somebody opens a hole. */
const HoleCard = lazy(async () => ({ default: (await import('../ui/hole-card/HoleCard.tsx')).HoleCard }))

export interface HoleReadingProps {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
  readonly onReveal: (range: TextRange) => void
}

/** The hole whose card is open, while the stage has it. */
export function useOpenHole(shown: HoleReadingProps['shown']) {
  const { selection } = useStores()
  const { selected, holeOpen } = useStore(selection)
  return holeOpen ? shown.stage?.holes.find(({ id }) => id === selected) : undefined
}

/** The card of the open hole, over the stores. */
export function HoleReading({ actions, shown, onReveal }: HoleReadingProps) {
  const { picture, selection } = useStores()
  const { explanation, repairs } = useStore(selection)
  const text = useStore(picture, state => state.text)
  const hole = useOpenHole(shown)
  const { run, tally, shownMs } = shown
  if (!hole || !run) return null
  const told = explanation?.death?.hole === hole.id ? explanation : undefined
  const died = tally.counts.get(hole.id) ?? 0
  const ends: Parameters<typeof latestLanded>[2] = ({ course }) => course.end === hole.id
  const first = died > 0 ? firstSent(run, ends) : undefined
  const last = died > 0 ? latestLanded(run, shownMs, ends) : undefined
  return (
    <Suspense>
      <HoleCard
        hole={hole}
        died={died}
        share={measuredShare(tally, hole.id)}
        classes={classesOf(told, shownMs, died)}
        firstMs={first?.atMs}
        lastMs={last?.atMs}
        since={sinceOf(run, shownMs)}
        explanation={told}
        repairs={repairs}
        text={text}
        onReveal={onReveal}
        onApply={actions.repair}
        onCopy={words => {
          void actions.copy(words)
        }}
        onTrace={() => {
          selection.getState().openHole(false)
          document.getElementById('inspector-panel')?.focus()
        }}
        onClose={actions.closeHole}
      />
    </Suspense>
  )
}

/** Only where they are of the requests that the stage counts. */
function classesOf(told: Explanation | undefined, atMs: number, died: number): HoleCardProps['classes'] {
  const classes = (told?.death?.classes ?? [])
    .map(({ label, landsAtMs }) => ({ label, count: countUntil(landsAtMs, atMs) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return classes.reduce((sum, { count }) => sum + count, 0) === died ? classes : []
}

function sinceOf(run: NonNullable<ReturnType<typeof useStage>['run']>, shownMs: number): HoleCardProps['since'] {
  const { chapters, log } = run.picture
  const { fromMs } = log
  const countsFromMs = countedSince(run, shownMs)
  const chapter = chapters.find(each => each.fromMs === countsFromMs)
  if (chapter && chapter.fromMs > fromMs) return { label: chapter.label, atMs: chapter.fromMs }
  return fromMs > 0 ? { label: run.because, atMs: fromMs } : undefined
}
