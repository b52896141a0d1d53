import { FONT_SIZE, LINE_HEIGHT, MIN_DIGITS, PADDING_TOP } from './code-metrics.ts'
import { monaco } from './monaco.ts'

const { CtrlCmd, Shift, Alt } = monaco.KeyMod
/** Keys that mean something to the whole page (`Ctrl K` opens its palette), so Monaco leaves them alone. */
export const KEYS_OF_THE_PAGE = [
  CtrlCmd | monaco.KeyCode.KeyK,
  CtrlCmd | monaco.KeyCode.Enter,
  monaco.KeyCode.F1,
  monaco.KeyCode.F8,
  Shift | monaco.KeyCode.F8,
  // The browser's own tools; Monaco would format with it on Linux.
  CtrlCmd | Shift | monaco.KeyCode.KeyI,
]

/** The same key everywhere. */
export const FORMAT = { keybinding: Shift | Alt | monaco.KeyCode.KeyF, command: 'editor.action.formatDocument' }

/** Monaco’s own begins with `Ctrl K`, which is the page’s. */
export const HOVER = { keybinding: CtrlCmd | monaco.KeyCode.KeyI, command: 'editor.action.showHover' }

export const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: 'YAML editor',
  autoDetectHighContrast: false, // it wears the page's colours, which are the reader's where those are forced
  fontSize: FONT_SIZE,
  lineHeight: LINE_HEIGHT,
  fontLigatures: false,
  padding: { top: PADDING_TOP, bottom: PADDING_TOP },
  minimap: { enabled: false },
  glyphMargin: true,
  lineNumbersMinChars: MIN_DIGITS,
  renderFinalNewline: 'on', // dimmed, the last number is too faint to read
  lineDecorationsWidth: 0,
  folding: true,
  foldingMaximumRegions: 10_000,
  wordWrap: 'off',
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  automaticLayout: true,
  fixedOverflowWidgets: true, // the pane is narrower than a description
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  largeFileOptimizations: true,
  maxTokenizationLineLength: 5000,
  stopRenderingLineAfter: 5000,
  quickSuggestions: { other: true, strings: true, comments: false },
  wordBasedSuggestions: 'off',
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  links: false,
  dropIntoEditor: { enabled: false }, // files dropped on the pane replace the text
  stickyScroll: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  occurrencesHighlight: 'off',
  matchBrackets: 'never', // of little use in YAML, and 5 MB of it take a quarter of a second
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'all',
  renderLineHighlightOnlyWhenFocus: true,
  scrollbar: {
    verticalScrollbarSize: 9,
    horizontalScrollbarSize: 9,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
}
