import { useMemo } from 'react'
import { useStore } from 'zustand'
import { nameOf } from '../state/deck/deck-step.ts'
import { lensLines } from '../state/deck/lens-lines.ts'
import { sameText } from '../state/deck/same-text.ts'
import { BlankScreen } from '../ui/presenter/BlankScreen.tsx'
import { Lens } from '../ui/presenter/Lens.tsx'
import { Notes } from '../ui/presenter/Notes.tsx'
import { PointerLight } from '../ui/presenter/PointerLight.tsx'
import { PresenterHead } from '../ui/presenter/PresenterHead.tsx'
import { PresenterStrip } from '../ui/presenter/PresenterStrip.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import { canFillScreen } from './full-screen.ts'
import type { useStage } from './use-stage.ts'

const NO_MARKS: readonly never[] = []

export interface PresentingProps {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
}

/** What a room sees beside the picture and its time, and what the speaker alone does. */
export function Presenting({ actions, shown }: PresentingProps) {
  const { document: documentStore, presenter } = useStores()
  const { deck, step: index = 0, lines: isLensOpen, blank, pointer, notes } = useStore(presenter)
  const { text, fileName } = useStore(documentStore)
  const step = deck[index]
  // Places are those of the step's own text.
  const isInForce = step !== undefined && sameText(step.text, text)
  const range = isInForce ? step.lines : undefined
  const marks = isInForce ? step.marks : NO_MARKS
  const lens = useMemo(() => lensLines(text, range, marks), [text, range, marks])
  const next = deck[index + 1]
  return (
    <>
      <PresenterStrip
        text={text}
        range={range}
        canHideLines={lens.length > 0}
        linesOpen={isLensOpen}
        onLines={actions.toggleLines}
        notesOpen={notes}
        onNotes={actions.toggleNotes}
        onShare={actions.showShare}
        onFullScreen={canFillScreen() ? actions.toggleFullScreen : undefined}
        onLeave={actions.leavePresentation}
      />
      <PresenterHead title={step?.title} headline={shown.headline} fileName={fileName} onSwipe={actions.goToStep} />
      {isLensOpen && <Lens lines={lens} />}
      {pointer !== 'none' && <PointerLight kind={pointer} target={step?.focus} />}
      {notes && step && (
        <Notes
          at={`${String(index + 1)} / ${String(deck.length)}`}
          title={nameOf(step)}
          notes={step.notes}
          next={next && nameOf(next)}
          onClose={() => {
            presenter.getState().show({ notes: false })
          }}
        />
      )}
      {blank && <BlankScreen onLift={actions.toggleBlank} />}
    </>
  )
}
