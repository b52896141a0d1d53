import type { Stores } from '../ui/stores.ts'
import { toggleFullScreen } from './full-screen.ts'
import type { Presentation } from './presentation.ts'
import type { Reach } from './reach.ts'

/** What keys and buttons do for a presenter; the rest is loaded with the first presentation. */
export function presentActions(stores: Stores, reach: Reach) {
  const { presenter, view } = stores
  const { show } = presenter.getState()
  let loaded: Presentation | undefined
  const load = async (): Promise<Presentation> => {
    const { createPresentation } = await import('./presenter.ts')
    return (loaded ??= createPresentation(stores, reach))
  }
  return {
    present: (from = 0) => {
      load().then(
        presentation => {
          presentation.present(from)
        },
        () => {
          view.getState().show({ notice: { text: 'What presents did not load. Reload the page to try again.' } })
        },
      )
    },
    isPresenting: () => presenter.getState().step !== undefined,
    leavePresentation: () => {
      if (presenter.getState().blank) show({ blank: false })
      else loaded?.leave()
    },
    goToStep: (by: 1 | -1) => {
      loaded?.goBy(by)
    },
    goToEnd: (last: boolean) => {
      loaded?.goToEnd(last)
    },
    restartStep: () => {
      loaded?.restart()
    },
    toggleBlank: () => {
      show({ blank: !presenter.getState().blank })
    },
    toggleLines: () => {
      show({ lines: !presenter.getState().lines })
    },
    toggleNotes: () => {
      show({ notes: !presenter.getState().notes })
    },
    togglePointer: (pointer: 'laser' | 'spotlight') => {
      show({ pointer: presenter.getState().pointer === pointer ? 'none' : pointer })
    },
    toggleFullScreen: () => {
      void toggleFullScreen()
    },
  }
}
