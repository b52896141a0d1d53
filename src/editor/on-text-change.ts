import type { Unsubscribe } from './editor-handle.ts'
import type { monaco } from './monaco.ts'

/** Texts above this are handed on in a task of their own, so that a huge paste is painted first. */
const LARGE_LENGTH = 1_000_000

/** Tells the whole text after each change; of changes in one go, or while more of a text is arriving, after the last. */
export function onTextChange(
  model: monaco.editor.ITextModel,
  listener: (text: string) => void,
  isArriving: () => boolean,
): Unsubscribe {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    listener(model.getValue())
  }
  const subscription = model.onDidChangeContent(() => {
    if (isArriving()) return
    if (model.getValueLength() <= LARGE_LENGTH) tell()
    else timer ??= setTimeout(tell)
  })
  return {
    dispose() {
      clearTimeout(timer)
      subscription.dispose()
    },
  }
}
