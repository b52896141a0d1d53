import { Suspense, lazy } from 'react'
import { useStore } from 'zustand'
import type { TextRange } from '../core/base/text-range.ts'
import { PROBLEMS } from '../help/address.ts'
import { Inspector } from '../ui/inspector/Inspector.tsx'
import { TracePanel } from '../ui/inspector/TracePanel.tsx'
import inspector from '../ui/inspector/Inspector.module.css'
import { fails } from '../scene/index.ts'
import { chapterAt, coverageOf, explanationAt, idAt } from '../state/index.ts'
import type { PhoneView } from '../state/index.ts'
import { AllProblems } from '../ui/problems/AllProblems.tsx'
import type { AllProblemsProps } from '../ui/problems/AllProblems.tsx'
import type { Problem } from '../ui/problems/ProblemList.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import { HoleReading, useOpenHole } from './HoleReading.tsx'
import { Measuring } from './Measuring.tsx'
import { Proxying } from './Proxying.tsx'
import type { useStage } from './use-stage.ts'

/** Not needed for the first paint. */
const CoverageList = lazy(async () => ({ default: (await import('../ui/inspector/CoverageList.tsx')).CoverageList }))
const TrafficPanel = lazy(async () => ({ default: (await import('../ui/inspector/TrafficPanel.tsx')).TrafficPanel }))

export interface InspectingProps {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
  readonly problems: Omit<AllProblemsProps, 'notes' | 'none' | 'text' | 'children'>
  /** What of the text is simplified or left out. */
  readonly notes: readonly Problem[]
  /** On a phone the view chooses the panel. */
  readonly phoneView: PhoneView | undefined
  readonly onReveal: (range: TextRange) => void
}

/** The inspector with its panels, over the stores. */
export function Inspecting({ actions, shown, problems, notes, phoneView, onReveal }: InspectingProps) {
  const { picture, playback, selection, traffic, view } = useStores()
  const { problems: found, problemsText: text } = useStore(picture)
  const reached = useStore(view, state => state.reached)
  const { tab, explanation } = useStore(selection)
  const run = useStore(playback, state => state.run)
  const own = useStore(traffic, state => state.own)
  const hole = useOpenHole(shown)
  const shownTab = phoneView === 'problems' ? 'problems' : phoneView === 'trace' && tab === 'problems' ? 'trace' : tab
  const loses = run?.picture.chapters.some(({ stage }) => stage.holes.length > 0) ?? false
  const anyFails = run?.picture.log.departures.some(({ course }) => fails(course.outcome)) ?? false
  return (
    <Inspector
      tab={shownTab}
      problemCount={problems.problems.length}
      onTab={next => {
        selection.getState().showTab(next)
        if (phoneView) view.getState().show({ phoneView: next === 'problems' ? 'problems' : 'trace' })
      }}
    >
      {shownTab === 'trace' && hole && <HoleReading actions={actions} shown={shown} onReveal={onReveal} />}
      {shownTab === 'trace' && !hole && (
        <TracePanel
          explanation={explanation && explanationAt(explanation, shown.shownMs)}
          onReveal={({ range }) => {
            if (range) onReveal(range)
          }}
          onHover={step => {
            const ranges = chapterAt(run, playback.getState().nowMs())?.ranges
            const id = ranges && step?.range && idAt(ranges, step.range.start)
            selection.getState().hover(id)
          }}
          onNext={shown.latest && !shown.stage ? undefined : actions.nextRequest}
          onLatestLoss={loses || anyFails ? actions.traceLoss : undefined}
          onCopy={text => {
            void actions.copy(text)
          }}
        />
      )}
      {shownTab === 'traffic' && run && (
        <Suspense>
          <TrafficPanel
            key={own === undefined ? run.picture.signature : 'own'}
            traffic={run.picture.traffic}
            proxy={run.picture.proxy}
            assumed={own === undefined}
            onChange={traffic.getState().use}
            onReset={() => {
              traffic.getState().use(undefined)
            }}
          />
        </Suspense>
      )}
      {shownTab === 'traffic' && run && (
        <Suspense>
          <CoverageList
            uncovered={coverageOf(shown.stage, shown.tally).uncovered}
            found={reached}
            onReach={row => {
              void actions.reachRow(row)
            }}
            onReveal={row => {
              const range = shown.ranges?.get(row)
              if (range) onReveal(range)
            }}
          />
        </Suspense>
      )}
      {shownTab === 'metrics' && <Measuring />}
      {shownTab === 'proxy' && <Proxying actions={actions} onReveal={onReveal} />}
      {shownTab === 'problems' && (
        <AllProblems
          {...problems}
          text={text}
          notes={notes}
          none={
            <p className={`${inspector['section'] ?? ''} ${inspector['note'] ?? ''}`}>
              {!found
                ? 'The text is being read.'
                : loses
                  ? 'No known mistake in the text, yet requests are lost: trace one to see why.'
                  : 'No problems.'}
            </p>
          }
        >
          <p className={`${inspector['section'] ?? ''} ${inspector['note'] ?? ''}`}>
            <a href={PROBLEMS}>What every problem means</a>
          </p>
        </AllProblems>
      )}
    </Inspector>
  )
}
