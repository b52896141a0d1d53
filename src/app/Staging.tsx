import { lazy, Suspense, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { headlineProblem } from '../state/index.ts'
import type { Breaks } from '../state/index.ts'
import { GraphPane } from '../ui/graph-pane/GraphPane.tsx'
import type { Problem } from '../ui/problems/ProblemList.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import { useMedia } from './use-media.ts'
import type { useAnnotationsOf } from './use-annotations-of.ts'
import type { useStage } from './use-stage.ts'

/** Loaded when they are asked for. */
const BreakMenu = lazy(async () => ({ default: (await import('../ui/break-menu/BreakMenu.tsx')).BreakMenu }))
const TablePane = lazy(async () => ({ default: (await import('../ui/stage-table/TablePane.tsx')).TablePane }))
const EmptyStage = lazy(async () => ({ default: (await import('./EmptyStage.tsx')).EmptyStage }))

/** Faster than this, travel cannot be followed and lanes carry counts. */
const FASTEST_TO_FOLLOW = 5

export interface StagingProps {
  readonly actions: PageActions
  readonly reach: Reach
  readonly shown: ReturnType<typeof useStage>
  readonly problems: readonly Problem[]
  readonly annotations: ReturnType<typeof useAnnotationsOf>
  /** Numbers instead of motion. */
  readonly still: boolean
}

/** The stage over the stores, with the best repair beside its headline. */
export function Staging({ actions, reach, shown, problems, annotations, still }: StagingProps) {
  const { lesson, picture, playback, selection, settings, view } = useStores()
  const asTable = useStore(view, state => state.asTable)
  const posing = useStore(view, state => state.posing)
  const { hovered, selected, hover, select } = useStore(selection)
  const byHand = useStore(lesson, state => state.lesson !== undefined)
  const spot = useStore(lesson, state => (state.open ? state.spot : undefined))
  const isLit = useStore(lesson, state => !state.lifted && state.isMet !== true)
  const busy = useStore(picture, state => state.busy)
  const theme = useStore(settings, state => state.theme)
  const forced = useMedia('(forced-colors: active)')
  const playing = useStore(playback, state => state.playing)
  const speed = useStore(playback, state => state.speed)
  const { stale } = shown
  const isLosing = shown.stage?.holes.some(({ share }) => share > 0) ?? false
  const fix = useMemo(() => {
    const unreadable = stale ? problems.find(({ diagnostic }) => diagnostic.code === 'YAML')?.diagnostic : undefined
    if (unreadable)
      return {
        label: `Go to line ${String(unreadable.line)}`,
        run: () => {
          actions.reveal(unreadable)
        },
      }
    const worst = headlineProblem(
      problems.map(({ diagnostic }) => diagnostic),
      isLosing,
    )
    // What a lesson asks for is done by hand.
    if (byHand) return undefined
    return (
      worst?.fix && {
        label: worst.fix.title,
        run: () => {
          actions.fix(worst)
        },
      }
    )
  }, [stale, problems, actions, isLosing, byHand])
  const [pressed, setPressed] = useState<{ readonly breaks: Breaks; readonly at: DOMRect }>()
  const onPress = (id: string, at: DOMRect) => {
    void actions.breaksOf(id).then(breaks => {
      setPressed(breaks && { breaks, at })
    })
  }
  const close = (andFocus: boolean) => {
    setPressed(undefined)
    if (andFocus && pressed) focusOnStage(pressed.breaks.id)
  }
  const onSelect = (id: string | undefined) => {
    select(id)
    annotations.onSelect(id, actions.openHole, reveal => {
      view.getState().show({ reveal })
    })
  }
  if (asTable && shown.stage)
    return (
      <Suspense>
        <TablePane
          source={{ ...shown, stage: shown.stage }}
          headline={shown.headline}
          fix={fix}
          stale={stale}
          busy={busy}
          onOpen={onSelect}
          onPicture={actions.toggleTable}
          onControls={reach.setControls}
        />
      </Suspense>
    )
  return (
    <>
      <GraphPane
        stage={shown.stage}
        opened={shown.opened}
        earlier={shown.earlier}
        positions={shown.positions}
        large={shown.large}
        tally={shown.tally}
        moment={shown.moment}
        pools={shown.pools}
        headline={(isLit && !stale && !shown.large ? spot?.headline : undefined) ?? shown.headline}
        fix={fix}
        stale={stale}
        busy={busy}
        theme={forced ? `${theme} forced` : theme}
        reducedMotion={still}
        countsOnly={still || speed > FASTEST_TO_FOLLOW}
        posing={posing}
        // A pointer that rests or points dims nothing in front of a room; of a text that cannot be read the cursor means nothing.
        hovered={shown.large || stale ? undefined : hovered}
        selected={selected}
        spot={shown.large || stale ? undefined : spot}
        isLit={isLit}
        focus={shown.focus}
        particlesNow={shown.particlesNow}
        perDot={shown.perDot}
        playing={playing}
        shownMs={shown.shownMs}
        onHover={hover}
        onSelect={onSelect}
        onPress={onPress}
        onPickParticle={({ number }) => {
          actions.focusOn(number)
        }}
        onWriteAssumed={() => {
          void actions.writeAssumed()
        }}
        onTrace={() => {
          actions.traceLoss()
          view.getState().show({ phoneView: 'trace' })
        }}
        onTable={actions.toggleTable}
        onPodView={podView => {
          view.getState().show({ podView })
        }}
        onSize={shown.onSize}
        onExport={actions.showExport}
        onControls={reach.setControls}
        empty={
          <Suspense>
            <EmptyStage
              ready={shown.latest !== undefined}
              headline={shown.headline}
              fix={fix}
              onChoose={actions.openExample}
            />
          </Suspense>
        }
      />
      {pressed && !stale && (
        <Suspense>
          <BreakMenu
            {...pressed}
            onClose={close}
            onChoose={kind => {
              close(true)
              void actions.breakIt(pressed.breaks.id, kind)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** Back to what was pressed, or what is at the end of the link that was. */
function focusOnStage(id: string): void {
  document.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}
