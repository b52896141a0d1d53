import type { Actions, Key } from './keys.ts'

const on =
  (...keys: readonly string[]) =>
  (event: KeyboardEvent): boolean =>
    keys.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey

const does = (keys: string, act: string, isPressed: Key['on'], run: (actions: Actions) => void): Key => ({
  keys,
  act,
  on: isPressed,
  run,
})

/** What keys do while somebody presents, besides turning the page; a clicker's dark screen is a dot. */
const PRESENTER_KEYS: readonly Key[] = [
  does('→ PageDown', 'next step', on('ArrowRight', 'ArrowDown', 'PageDown'), a => {
    a.goToStep(1)
  }),
  does('← PageUp', 'previous step', on('ArrowLeft', 'ArrowUp', 'PageUp'), a => {
    a.goToStep(-1)
  }),
  does('Home', 'first step', on('Home'), a => {
    a.goToEnd(false)
  }),
  does('End', 'last step', on('End'), a => {
    a.goToEnd(true)
  }),
  does('r', 'this step again', on('r'), a => {
    a.restartStep()
  }),
  does('b .', 'dark screen', on('b', '.'), a => {
    a.toggleBlank()
  }),
  does('e', 'lines of the text on or off', on('e'), a => {
    a.toggleLines()
  }),
  does('n', 'notes, in a window of their own', on('n'), a => {
    a.toggleNotes()
  }),
  does('s', 'spotlight at the pointer', on('s'), a => {
    a.togglePointer('spotlight')
  }),
  does('l', 'laser at the pointer', on('l'), a => {
    a.togglePointer('laser')
  }),
  does('F', 'full screen', on('F'), a => {
    a.toggleFullScreen()
  }),
  does('Esc p', 'leave', on('Escape', 'p'), a => {
    a.leavePresentation()
  }),
]

/** Of the page's keys those that do something that a room sees. */
const STAY = new Set(['Space', '>', '<', ',', '+', '-', 'f', 'o', '?', 'Ctrl S'])

export const keysWhilePresenting = (all: readonly Key[]): readonly Key[] => [
  ...PRESENTER_KEYS,
  ...all.filter(({ keys }) => STAY.has(keys)),
]

/** Without full screen where the browser does not let the page have it. */
export const presenterKeyRows = (canFillScreen: boolean) =>
  PRESENTER_KEYS.filter(({ keys }) => canFillScreen || keys !== 'F').map(({ keys, act }) => ({ keys, act }))
