import { countText } from '../core/base/count-text.ts'
import type { ProxyId } from '../core/base/ids.ts'
import { LONGEST_LINK, linkOf, openFile, openLink } from '../share/index.ts'
import type { Opened, SharedState } from '../share/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Reach } from './reach.ts'
import { fromShared } from './shared-traffic.ts'
import { addressOf, presentedNow, shared, stateNow } from './state-now.ts'
import { writeToClipboard } from './write-clipboard.ts'

const WHY: Readonly<Record<Extract<Opened, { kind: 'refused' }>['because'], string>> = {
  damaged: 'It is cut off or changed, or none of Meshscope’s. Ask for it again, or for the file.',
  newer: 'It was made by a newer Meshscope. Reload the page to get that one.',
  'too long': 'It holds more than a link of Meshscope does.',
}

interface SharingParts {
  readonly present: (from: number) => void
  /** Goes on in a lesson with the text that was opened; `own` is what was there before. */
  readonly joinLesson: (lesson: string, own: { readonly text: string; readonly fileName: string }) => void
}

/** Opening what others shared; the text that was there comes back by undo. */
export function createSharing(stores: Stores, reach: Reach, { present, joinLesson }: SharingParts) {
  const { document, picture, playback, selection, settings, traffic, view } = stores

  const openShared = (state: SharedState) => {
    const { text, fileName } = document.getState()
    const { own } = traffic.getState()
    const { proxy } = selection.getState()
    show(state)
    if (state.lesson !== undefined) joinLesson(state.lesson, { text, fileName })
    if (text === state.text) return
    const undo = {
      title: 'Undo',
      run: () => {
        traffic.getState().use(own)
        selection.getState().clear()
        if (proxy !== undefined) selection.getState().lookFrom(proxy)
        document.getState().open(text, fileName)
        reach.editor()?.setText(text)
      },
    }
    view.getState().show({ notice: { text: `Opened ${state.name}. Undo brings your text back.`, action: undo } })
  }

  const show = (state: SharedState) => {
    const { fromMs = 0, atMs = fromMs, focus, selected, hole } = state
    traffic.getState().use(state.traffic && fromShared(state.traffic))
    selection.getState().clear()
    if (state.proxy !== undefined) selection.getState().lookFrom(state.proxy as ProxyId)
    selection.getState().showTab(state.tab ?? 'trace')
    view
      .getState()
      .show({ dialog: undefined, refused: undefined, podView: state.podView ?? false, asTable: state.asTable ?? false })
    const isAsked = state.tab !== undefined || focus !== undefined
    if (isAsked && matchMedia('(min-width: 1180px)').matches) settings.getState().change({ inspectorOpen: true })
    playback.getState().play(state.paused !== true)
    document.getState().open(state.text, state.name, { fromMs, atMs, focus, selected, holeOpen: hole ?? false })
    reach.editor()?.openText(state.text)
    if (state.step !== undefined) presentWhenThere(state.text, state.step)
  }

  /** A presentation begins when there is something to be seen of its text. */
  const presentWhenThere = (text: string, step: number) => {
    const stop = picture.subscribe(now => {
      if (document.getState().text !== text) stop()
      if (now.busy || now.text !== text) return
      stop()
      // Once this answer is shown.
      queueMicrotask(() => {
        present(step - 1)
      })
    })
  }

  const take = (opened: Opened, what: string) => {
    if (opened.kind === 'state') openShared(opened.state)
    else view.getState().show({ refused: `This ${what} cannot be opened. ${WHY[opened.because]}` })
    return opened.kind === 'state'
  }

  return {
    /** True if it was opened. */
    takeLink: async (hash: string): Promise<boolean> => {
      const opened = await openLink(hash)
      return location.hash === hash && take(opened, 'link')
    },
    takeFile: (text: string) => take(openFile(text), 'file'),
    copyLink: async () => {
      const presented = presentedNow(stores)
      const opens = presented ? 'presenting' : 'moment'
      const link = await linkOf(shared(stateNow(stores), { opens, follows: true }, presented))
      const length = countText(addressOf(link).length)
      const said =
        link.length > LONGEST_LINK
          ? `A link would have ${length} characters, which is too long. Share it as a file.`
          : await writeToClipboard(addressOf(link), `Copied a link of ${length} characters.`)
      view.getState().show({ notice: { text: said } })
    },
  }
}
