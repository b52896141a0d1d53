import type { Unsubscribe } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { textSlices } from './text-slices.ts'

/** Monaco takes in 5 MB of short lines in a third of a second, so that a part costs two frames or three. */
const SLICE_LENGTH = 500_000

export interface LargePaste extends Unsubscribe {
  /** Whether more is to come: what stands in the editor is only a part of the pasted text. */
  readonly isArriving: () => boolean
}

/**
 * Lets a large text that is pasted arrive in parts, one a frame, as one step of undo: the page goes on meanwhile. Nothing
 * can be typed before all of it is there. Pasting at several cursors is left to Monaco.
 */
export function createLargePaste(editor: monaco.editor.ICodeEditor, host: HTMLElement): LargePaste {
  const coming: string[] = []
  let frame = 0

  const insertNext = () => {
    const text = coming.shift()
    const range = editor.getSelection()
    if (text === undefined || !range) return
    editor.updateOptions({ readOnly: false })
    editor.executeEdits('paste', [{ range, text, forceMoveMarkers: true }], ([inverse]) =>
      inverse ? [monaco.Selection.fromPositions(inverse.range.getEndPosition())] : null,
    )
    host.ariaBusy = String(coming.length > 0)
    if (coming.length > 0) {
      editor.updateOptions({ readOnly: true })
      frame = requestAnimationFrame(insertNext)
    } else editor.pushUndoStop()
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (coming.length === 0 && (text.length <= SLICE_LENGTH || editor.getSelections()?.length !== 1)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (coming.length > 0) return
    coming.push(...textSlices(text, SLICE_LENGTH))
    editor.pushUndoStop()
    insertNext()
  }
  host.addEventListener('paste', onPaste, { capture: true })
  return {
    isArriving: () => coming.length > 0,
    dispose() {
      cancelAnimationFrame(frame)
      host.removeEventListener('paste', onPaste, { capture: true })
    },
  }
}
