import { useStore } from 'zustand'
import { nameOf } from '../state/deck/deck-step.ts'
import { PresenterBar } from '../ui/presenter/PresenterBar.tsx'
import { useStores } from '../ui/stores.ts'
import type { TimelineProps } from '../ui/timeline/Timeline.tsx'
import type { PageActions } from './create-actions.ts'

interface PresenterTimeProps {
  readonly actions: PageActions
  readonly time: TimelineProps
}

/** The timeline with the way through the steps, over the stores. */
export function PresenterTime({ actions, time }: PresenterTimeProps) {
  const { presenter } = useStores()
  const { deck, step = 0 } = useStore(presenter)
  const next = deck[step + 1]
  return (
    <PresenterBar
      time={time}
      step={step + 1}
      steps={deck.length}
      next={next && nameOf(next)}
      onBack={() => {
        actions.goToStep(-1)
      }}
      onNext={() => {
        actions.goToStep(1)
      }}
    />
  )
}
