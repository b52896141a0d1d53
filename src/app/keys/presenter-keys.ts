import { key, letter, plain } from './key.ts'
import type { Key } from './key.ts'

/** What keys do while somebody presents, besides turning the page; a clicker's dark screen is a dot. */
const PRESENTER_KEYS: readonly Key[] = [
  key('→ PageDown', 'next step', plain('ArrowRight', 'ArrowDown', 'PageDown'), 'goToStep', 1),
  key('← PageUp', 'previous step', plain('ArrowLeft', 'ArrowUp', 'PageUp'), 'goToStep', -1),
  letter('Home', 'first step', 'goToEnd', false),
  letter('End', 'last step', 'goToEnd', true),
  letter('r', 'this step again', 'restartStep'),
  key('b .', 'dark screen', plain('b', '.'), 'toggleBlank'),
  letter('e', 'lines of the text on or off', 'toggleLines'),
  letter('n', 'notes, in a window of their own', 'toggleNotes'),
  letter('s', 'spotlight at the pointer', 'togglePointer', 'spotlight'),
  letter('l', 'laser at the pointer', 'togglePointer', 'laser'),
  letter('F', 'full screen', 'toggleFullScreen'),
  key('Esc p', 'leave', plain('Escape', 'p'), 'leavePresentation'),
]

/** Of the page's keys those that do something that a room sees, or the link to what it sees. */
const STAY = new Set(['Space', '>', '<', ',', '+', '-', 'f', 'o', '?', 'Ctrl S'])

export const keysThatStay = (all: readonly Key[]): readonly Key[] => all.filter(({ keys }) => STAY.has(keys))

export const keysWhilePresenting = (all: readonly Key[]): readonly Key[] => [...PRESENTER_KEYS, ...keysThatStay(all)]

/** Without full screen where the browser does not let the page have it. */
export const presenterKeyRows = (canFillScreen: boolean) =>
  PRESENTER_KEYS.filter(({ keys }) => canFillScreen || keys !== 'F').map(({ keys, act }) => ({ keys, act }))
