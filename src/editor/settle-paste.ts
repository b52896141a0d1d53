import type { Unsubscribe } from './editor-handle.ts'
import { machineFields } from './machine-fields.ts'
import { monaco } from './monaco.ts'

/**
 * What comes in at once is shown from its top, where it takes the place of the whole text and is longer than
 * the pane, and with the fields folded that only the cluster reads.
 */
export function settlePaste(editor: monaco.editor.ICodeEditor, model: monaco.editor.ITextModel): Unsubscribe {
  const pasted = editor.onDidPaste(({ range }) => {
    const isLonger = editor.getTopForLineNumber(range.endLineNumber) > editor.getLayoutInfo().height
    if (!isLonger || !range.equalsRange(model.getFullModelRange())) return
    editor.setPosition({ lineNumber: 1, column: 1 })
    editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 }, monaco.editor.ScrollType.Immediate)
  })
  const changed = model.onDidChangeContent(({ changes }) => {
    const selectionLines = changes.flatMap(({ range, text }) =>
      text.includes('\n') ? machineFields(text.split('\n')).map(line => range.startLineNumber + line - 2) : [],
    )
    if (selectionLines.length === 0) return
    // Monaco hears of the change after us, and its folds are the old ones until then.
    queueMicrotask(() => editor.trigger('meshscope', 'editor.fold', { levels: 1, direction: 'down', selectionLines }))
  })
  return {
    dispose() {
      pasted.dispose()
      changed.dispose()
    },
  }
}
