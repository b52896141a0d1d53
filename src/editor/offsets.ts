import type { TextRange } from '../core/base/text-range.ts'
import { monaco } from './monaco.ts'

/** Monaco's range for offsets into `model.getValue()`; offsets beyond the text are moved into it. */
export function toMonacoRange(model: monaco.editor.ITextModel, range: TextRange): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(range.start), model.getPositionAt(range.end))
}
