import type { Actions } from './actions.ts'
import { KEYS } from './keys.ts'
import { keysWhilePresenting } from './presenter-keys.ts'

/** Where letters are text. Monaco types into a plain element that only its role tells from others. */
const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.role === 'textbox' || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Space on a focused control presses the control. */
const pressesControl = (event: KeyboardEvent) =>
  event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button, [role=tab], a') !== null

/** Listens for what is pasted beside every text field, also before the editor is there. */
export function listenToPaste(pasteOver: (text: string) => void): void {
  document.addEventListener('paste', event => {
    if (event.defaultPrevented || isTextField(event.target) || document.querySelector('dialog[open]')) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() !== '') pasteOver(text)
  })
}

/** A clicker turns the page whatever has the focus. */
const turns = (event: KeyboardEvent): 1 | -1 | undefined =>
  event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : undefined

/** Listens to keys as long as the page lives; single letters do nothing inside text fields and dialogs. */
export function listenToKeys(actions: Actions): void {
  document.addEventListener(
    'keydown',
    event => {
      const by = turns(event)
      if (by === undefined || !actions.isPresenting() || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      actions.goToStep(by)
    },
    { capture: true },
  )
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || pressesControl(event) || document.querySelector('dialog[open]')) return
    const typing = isTextField(event.target)
    const keys = actions.isPresenting() ? keysWhilePresenting(KEYS) : KEYS
    const key = keys.find(one => (!typing || one.everywhere === true) && one.on(event))
    if (!key) return
    event.preventDefault()
    key.run(actions)
  })
}
