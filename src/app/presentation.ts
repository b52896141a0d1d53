import { deckOf } from '../state/deck/deck-of.ts'
import { sameText } from '../state/deck/same-text.ts'
import type { DeckStep } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Reach } from './reach.ts'
import { isFullScreen, leaveFullScreen, wasAsked } from './full-screen.ts'

export type Presentation = ReturnType<typeof createPresentation>

/** Presenting: a deck of steps, one after the other, each with its text and moment. */
export function createPresentation(stores: Stores, reach: Reach) {
  const { document: documents, picture, playback, presenter, selection, view } = stores
  /** The step that is shown waits for its text to come into force, or for the run to be known that far. */
  let waits = false
  /** What the page goes back to. */
  let before:
    | {
        readonly text: string
        readonly selected: string | undefined
        readonly podView: boolean
        readonly focused: Element | null
      }
    | undefined

  const current = (): DeckStep | undefined => {
    const { deck, step } = presenter.getState()
    return step === undefined ? undefined : deck[step]
  }
  const arrive = () => {
    const step = current()
    const { run, seek, play } = playback.getState()
    const { text, busy, stale } = picture.getState()
    if (!waits || !step || !run?.picture.stage || busy || stale || !sameText(text, step.text)) return
    waits = run.picture.log.untilMs < step.atMs
    seek(step.atMs)
    play(step.play)
    selection.getState().select(step.focus)
  }
  /** Its run begins at 0, however often it is gone to. */
  const setText = (text: string) => {
    const { text: present, fileName, open } = documents.getState()
    if (sameText(present, text)) return
    open(text, fileName)
    reach.editor()?.setText(text)
  }
  const goTo = (index: number) => {
    const { deck, show } = presenter.getState()
    const step = deck[index]
    if (!step) return
    show({ step: index, blank: false })
    waits = true
    setText(step.text)
    arrive()
  }
  const deckNow = (): readonly DeckStep[] => {
    const { run } = playback.getState()
    return run ? deckOf(picture.getState().text, { ...run.picture, ...here() }) : []
  }
  /** Places and problems are those of the newest text. */
  const here = () => {
    const { latest } = picture.getState()
    return latest && { diagnostics: latest.diagnostics, presentation: latest.presentation }
  }
  const leave = () => {
    const { deck, leave: close } = presenter.getState()
    waits = false
    close()
    // What a step did to the text goes with it; what somebody wrote stays.
    const isOfDeck = deck.some(({ text }) => sameText(documents.getState().text, text))
    if (before && isOfDeck) setText(before.text)
    selection.getState().select(before?.selected)
    view.getState().show({ podView: before?.podView ?? false })
    const { focused } = before ?? {}
    before = undefined
    void leaveFullScreen()
    if (focused instanceof HTMLElement || focused instanceof SVGElement) {
      // It may be hidden until the page is there again.
      requestAnimationFrame(() => {
        focused.focus({ preventScroll: true })
      })
    }
  }
  /** Another text than those of the deck: somebody wrote it, so it stays, and its steps are others. */
  const follow = () => {
    const { deck, step, show } = presenter.getState()
    const { text, stale } = picture.getState()
    if (step === undefined || stale || deck.some(one => sameText(one.text, text))) {
      arrive()
      return
    }
    if (before) before = { ...before, text }
    const next = deckNow()
    if (next.length === 0) {
      leave()
      return
    }
    waits = false
    show({ deck: next, step: Math.min(step, next.length - 1) })
  }
  picture.subscribe((now, past) => {
    // The run follows the picture within the same turn.
    if (now.latest !== past.latest) queueMicrotask(follow)
  })
  playback.subscribe((now, past) => {
    if (now.run !== past.run) queueMicrotask(arrive)
  })
  // Whoever leaves the full screen by the browser's own key leaves the presentation by it; a window for notes ends it too.
  document.addEventListener('fullscreenchange', () => {
    const { step, notes } = presenter.getState()
    if (!isFullScreen() && !wasAsked() && step !== undefined && !notes) leave()
  })

  const present = (from = 0) => {
    if (presenter.getState().step !== undefined) return
    const deck = deckNow()
    if (deck.length === 0) {
      view.getState().show({ notice: { text: 'There is nothing to present yet.' } })
      return
    }
    before = {
      text: documents.getState().text,
      selected: selection.getState().selected,
      podView: view.getState().podView,
      focused: document.activeElement,
    }
    selection.getState().focusOn(undefined)
    view.getState().show({ notice: undefined, podView: false, phoneView: 'picture' })
    presenter.getState().show({ deck })
    goTo(Math.min(from, deck.length - 1))
  }
  return {
    present,
    leave,
    goBy: (by: 1 | -1) => {
      const { deck, step = 0 } = presenter.getState()
      goTo(Math.min(Math.max(0, step + by), deck.length - 1))
    },
    goToEnd: (last: boolean) => {
      goTo(last ? presenter.getState().deck.length - 1 : 0)
    },
    restart: () => {
      goTo(presenter.getState().step ?? 0)
    },
  }
}
