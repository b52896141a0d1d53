import type { Actions } from './actions.ts'

export interface Key {
  /** As it is shown: `Ctrl K`. */
  readonly keys: string
  /** What it does, in a few words. */
  readonly act: string
  readonly on: (event: KeyboardEvent) => boolean
  /** Works inside text fields too. */
  readonly everywhere?: boolean
  readonly run: (actions: Actions) => void
}

const isHeld = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey

/** One of these keys alone; Shift counts where it makes another letter of it. */
export const plain =
  (...names: readonly string[]) =>
  (event: KeyboardEvent): boolean =>
    names.includes(event.key) && !isHeld(event) && !event.altKey

/** The key with Ctrl or Command, and with Shift or without; where that is not said, as the keyboard needs it. */
export const held =
  (name: string, shift?: boolean) =>
  (event: KeyboardEvent): boolean =>
    event.key.toLowerCase() === name && isHeld(event) && !event.altKey && event.shiftKey === (shift ?? event.shiftKey)

/** A function key, with Shift or without. */
export const pressed =
  (name: string, shift: boolean) =>
  (event: KeyboardEvent): boolean =>
    event.key === name && event.shiftKey === shift

/** A key that does one of the page's actions with what is given. */
export const key = <Name extends keyof Actions>(
  keys: string,
  act: string,
  on: Key['on'],
  name: Name,
  ...given: Parameters<Actions[Name]>
): Key => ({
  keys,
  act,
  on,
  run: actions => {
    Reflect.apply(actions[name], undefined, given)
  },
})

/** The same for a key that is shown by its own name. */
export const letter = <Name extends keyof Actions>(
  name: string,
  act: string,
  action: Name,
  ...given: Parameters<Actions[Name]>
): Key => key(name, act, plain(name), action, ...given)

export const everywhere = (one: Key): Key => ({ ...one, everywhere: true })
