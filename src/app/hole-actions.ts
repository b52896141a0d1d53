import type { Repair } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Reach } from './reach.ts'

/** What the card of a black hole does. */
export function holeActions(stores: Stores, reach: Reach, focusOn: (request: number) => void) {
  const { document: documentStore, picture, playback, selection, settings, view } = stores
  return {
    openHole: (request: number | undefined) => {
      if (request === undefined) playback.getState().play(false)
      else focusOn(request)
      selection.getState().openHole(true)
      selection.getState().showTab('trace')
      settings.getState().change({ inspectorOpen: true })
      view.getState().show({ phoneView: 'trace' })
    },
    closeHole: () => {
      const { selected, select, focusOn } = selection.getState()
      view.getState().show({ phoneView: 'picture' })
      // On a phone the picture comes back first.
      requestAnimationFrame(() => {
        const item = document.querySelector<SVGGElement>(`[data-item="${CSS.escape(selected ?? '')}"]`)
        if (item) item.focus()
        else reach.controls()?.focus()
      })
      focusOn(undefined)
      select(undefined)
    },
    repair: ({ title, edits }: Repair) => {
      // Offsets are good only while the text is the one they were computed for.
      if (picture.getState().text !== documentStore.getState().text) return
      document.getElementById('inspector-panel')?.focus()
      reach.editor()?.applyEdits(edits)
      playback.getState().play(true)
      const undo = { title: 'Undo', run: () => reach.editor()?.undo() }
      view.getState().show({ notice: { text: `Applied: ${title}.`, action: undo }, phoneView: 'picture' })
    },
  }
}
