import type { Stores } from '../ui/stores.ts'
import { LESSON_FILE } from './lesson-storage.ts'
import type { Reach } from './reach.ts'
import type { Teaching } from './teaching.ts'

/** What keys, buttons and addresses do with lessons; the rest is loaded with the first of them. */
export function teachActions(stores: Stores, reach: Reach) {
  const { document, lesson, settings, view } = stores
  const load = async (): Promise<Teaching> => (await import('./teaching.ts')).createTeaching(stores, reach)
  const teach = (then: (teaching: Teaching) => void): void => {
    load().then(then, () => {
      view.getState().show({ notice: { text: 'The lessons did not load. Reload the page to try again.' } })
    })
  }
  // Whoever opens another text, or takes the lesson's back, has left it.
  document.subscribe((now, before) => {
    const { lesson: taken, own } = lesson.getState()
    if (taken === undefined || now.opened === before.opened) return
    const isOther = now.fileName !== LESSON_FILE && now.fileName !== 'Untitled'
    if (!isOther && now.text !== own?.text) return
    const { inspector, show } = lesson.getState()
    if (inspector !== undefined) settings.getState().change({ inspectorOpen: inspector })
    show({ open: false, lesson: undefined, spot: undefined, isMet: undefined, inspector: undefined })
  })
  return {
    /** The list of lessons, or out of the lesson that is taken. */
    toggleLessons: () => {
      if (lesson.getState().open) teach(teaching => teaching.leave())
      else teach(teaching => teaching.list())
    },
    openLesson: (id: string, step?: number) => {
      teach(teaching => teaching.open(id, step))
    },
    /** Of a link whose text is open: `first-match-wins/3`. */
    joinLesson: (at: string, own: { readonly text: string; readonly fileName: string }) => {
      teach(teaching => teaching.join(at, own))
    },
    listLessons: () => {
      teach(teaching => teaching.list())
    },
    /** Whether there was a spotlight to lift. */
    liftSpot: (): boolean => {
      const { open, spot, lifted, isMet, show } = lesson.getState()
      if (!open || !spot || lifted || isMet === true) return false
      show({ lifted: true })
      return true
    },
  }
}
