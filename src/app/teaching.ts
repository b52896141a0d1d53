import { LESSONS, taskBefore } from '../lessons/index.ts'
import type { Lesson } from '../lessons/index.ts'
import type { Stores } from '../ui/stores.ts'
import { LESSON_FILE } from './lesson-storage.ts'
import { setFragment } from './address.ts'
import type { Reach } from './reach.ts'

/** The beginning of their addresses: `#/lessons/first-match-wins/3`. */
const LESSONS_ROOT = '#/lessons'

export type Teaching = ReturnType<typeof createTeaching>

export const lessonOf = (id: string | undefined): Lesson | undefined => LESSONS.find(one => one.id === id)

/** What a learner has at a step who did all that was asked before. */
export const textAt = ({ start, steps }: Lesson, step: number): string =>
  steps[taskBefore(steps, step)]?.task?.solution ?? start

/** Going into lessons, through them and out: the text that was there before comes back. */
export function createTeaching(
  { document, lesson: store, playback, selection, settings, traffic, view }: Stores,
  reach: Reach,
) {
  const setText = (text: string, fileName: string) => {
    traffic.getState().use(undefined)
    selection.getState().clear()
    document.getState().open(text, fileName)
    playback.getState().play(true)
    reach.editor()?.openText(text)
  }
  const goTo = (id: string, step: number) => {
    // From here on the address names the lesson, and the text that a link brought is kept in this browser.
    const { link, show: showView } = view.getState()
    showView({ phoneView: 'picture' })
    const { text, fileName, open: keep } = document.getState()
    if (link !== undefined) {
      showView({ link: undefined })
      keep(text, fileName)
    }
    store.getState().show({ step, hints: 0, lifted: false, spot: undefined, isMet: undefined })
    setFragment(`${LESSONS_ROOT}/${id}/${String(step + 1)}`)
  }
  /** Where the taken lesson stands, for whoever comes back to it. */
  const leftNow = () => {
    const { lesson, step, left } = store.getState()
    return lesson === undefined ? left : { ...left, [lesson]: { step, text: document.getState().text } }
  }
  const list = () => {
    enter()
    store.getState().show({ left: leftNow(), title: 'Lessons' })
    giveBack()
    view.getState().show({ phoneView: 'lesson' })
    setFragment(LESSONS_ROOT)
  }
  /** The panel has the inspector's room. */
  const enter = () => {
    const { open: isOpen, inspector, show } = store.getState()
    if (isOpen && inspector !== undefined) return
    show({ open: true, inspector: settings.getState().inspectorOpen })
    settings.getState().change({ inspectorOpen: false })
  }
  /** The text as it was before the lesson. */
  const giveBack = () => {
    const { lesson, own, show } = store.getState()
    show({ lesson: undefined, step: 0, hints: 0, spot: undefined, isMet: undefined })
    if (lesson === undefined || !own) return
    show({ own: undefined })
    setText(own.text, own.fileName)
  }
  const open = (id: string, wanted?: number) => {
    const lesson = lessonOf(id)
    if (!lesson) {
      list()
      return
    }
    const { lesson: taken, own, show } = store.getState()
    if (taken === id) {
      const at = within(lesson, wanted ?? store.getState().step)
      show({ open: true })
      if (at !== store.getState().step) goTo(id, at)
      return
    }
    const left = leftNow()
    const { step, text } = left[id] ?? { step: 0, text: lesson.start }
    const at = within(lesson, wanted ?? step)
    const { text: before, fileName } = document.getState()
    enter()
    show({
      left,
      lesson: id,
      own: taken !== undefined && own ? own : { text: before, fileName },
    })
    settings.getState().change({ editorOpen: true })
    view.getState().show({ dialog: undefined, podView: false, asTable: false })
    goTo(id, at)
    setText(at === step ? text : textAt(lesson, at), LESSON_FILE)
  }
  return {
    /** A link brought the text of a step: it stays, and so does the address. */
    join: (at: string, own: { readonly text: string; readonly fileName: string }) => {
      const [id, step] = at.split('/')
      const lesson = lessonOf(id)
      if (!lesson) return
      enter()
      const { lesson: taken, own: before } = store.getState()
      store.getState().show({
        lesson: lesson.id,
        step: within(lesson, Number(step) - 1 || 0),
        hints: 0,
        lifted: false,
        own: taken === undefined ? own : before,
      })
    },
    list,
    open,
    leave: () => {
      const { inspector, show } = store.getState()
      const hadFocus =
        globalThis.document.getElementById('lesson')?.contains(globalThis.document.activeElement) === true
      if (inspector !== undefined) settings.getState().change({ inspectorOpen: inspector })
      show({ open: false, left: leftNow(), inspector: undefined })
      giveBack()
      if (view.getState().phoneView === 'lesson') view.getState().show({ phoneView: 'picture' })
      setFragment('')
      if (hadFocus) requestAnimationFrame(handBack)
    },
    goTo,
    /** The text from before a lesson that was left for another one. */
    bringBack: () => {
      const { own, show } = store.getState()
      show({ own: undefined })
      if (own) setText(own.text, own.fileName)
    },
    /** The text as the step begins. */
    startOver: () => {
      const { lesson: id, step, show } = store.getState()
      const lesson = lessonOf(id)
      if (!lesson) return
      const { text } = document.getState()
      show({ hints: 0, lifted: false })
      setText(textAt(lesson, step), LESSON_FILE)
      const undo = {
        title: 'Undo',
        run: () => {
          setText(text, LESSON_FILE)
        },
      }
      view.getState().show({ notice: { text: 'The text is as this step begins.', action: undo } })
    },
    /** Its solution, in one step that undo takes back. */
    apply: (text: string) => {
      reach.editor()?.setText(text)
    },
    hint: () => {
      const { hints, show } = store.getState()
      show({ hints: hints + 1 })
    },
  }
}

/** What opens the lessons again has the focus; where that is not shown, the page's beginning. */
function handBack(): void {
  const opener = document.querySelector<HTMLElement>('[aria-controls="lesson"]')
  const shown = opener?.checkVisibility() === true ? opener : document.querySelector('header button')
  if (shown instanceof HTMLElement) shown.focus()
}

const within = ({ steps }: Lesson, step: number): number => Math.min(Math.max(0, step), steps.length - 1)
