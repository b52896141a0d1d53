export { FONT_SIZE, LINE_HEIGHT, PADDING_TOP, lineNumbersWidth, textLeft } from './code-metrics.ts'
export type {
  EditorHandle,
  EditorOptions,
  GutterMark,
  HighlightKind,
  LineHint,
  PlacedDiagnostic,
  ThemeName,
} from './editor-handle.ts'
export { START, highlightLine } from './highlight-yaml.ts'
export type { LineState, Token, TokenKind } from './highlight-yaml.ts'
export { shortHint } from './short-hint.ts'
export { loadEditor } from './load-editor.ts'
