import { schema } from './istio-kinds.json?istio-schemas'
import type { TextEdit } from '../core/base/text-range.ts'
import type { EditorHandle, EditorOptions, Unsubscribe } from './editor-handle.ts'
import { FORMAT, HOVER, KEYS_OF_THE_PAGE, OPTIONS } from './editor-options.ts'
import { wearPageColours } from './editor-theme.ts'
import { createLargePaste } from './large-paste.ts'
import { createLanguageFeatures } from './language-features.ts'
import { gutterMark, highlight, lineHint } from './line-decorations.ts'
import { createMarkers } from './markers.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import { onTextChange } from './on-text-change.ts'
import { withoutLevels } from './plain-options.ts'
import { createQuickFixes } from './quick-fixes.ts'
import { lineBreakOf, replacedSpan } from './replaced-span.ts'
import { settlePaste } from './settle-paste.ts'
import { withScenario } from './scenario-schema.ts'
import { languageFor, registerYamlLanguages } from './yaml-language.ts'
import { schemaCompletion, startYamlService } from './yaml-service.ts'
import styles from './editor.module.css'

type SchemaMarkersListener = Parameters<typeof startYamlService>[1]
const schemaListeners = new Set<SchemaMarkersListener>()
let started = false

/** Languages and the schema service are Monaco's globals: they start with the first editor and stay. */
function startOnce() {
  if (started) return
  started = true
  startYamlService(withScenario(schema), (model, markers) =>
    schemaListeners.forEach(listener => listener(model, markers)),
  )
  registerYamlLanguages()
  monaco.editor.registerLinkOpener({ open: goWithinThePage })
  monaco.editor.addKeybindingRules([...KEYS_OF_THE_PAGE.map(keybinding => ({ keybinding })), FORMAT, HOVER])
}

/** Links of markers lead to pages over this one; any other link is Monaco's to open. */
function goWithinThePage(target: monaco.Uri): boolean {
  const bare = (uri: monaco.Uri) => uri.with({ fragment: '' }).toString()
  if (bare(target) !== bare(monaco.Uri.parse(location.href))) return false
  location.hash = target.fragment
  return true
}

let count = 0

/**
 * A Monaco editor in `host`. The text that counts is `getText()`: Monaco keeps one kind of line break per text (the one
 * that most lines had) and drops a byte order mark, so what is read back may differ from what was set, and all offsets
 * here and in `onChange` belong to what is read back.
 */
export function createEditor(host: HTMLElement, { text, theme, language, scrollTop }: EditorOptions): EditorHandle {
  startOnce()
  host.classList.add(styles['host'] ?? '')
  let worn = theme
  wearPageColours(worn, host)
  // Whoever switches the page's theme may do so after telling us.
  const repaint = new MutationObserver(() => wearPageColours(worn, host))
  repaint.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const forced = matchMedia('(forced-colors: active)')
  const onForced = () => wearPageColours(worn, host)
  forced.addEventListener('change', onForced)
  const uri = monaco.Uri.parse(`inmemory://editor/${++count}.yaml`)
  const model = monaco.editor.createModel(text, languageFor(text.length), uri)
  const fontFamily = getComputedStyle(host).getPropertyValue('--mono').trim() || 'monospace'
  const editor = monaco.editor.create(host, { ...OPTIONS, fontFamily, model })
  // Monaco takes this from nowhere but the model, and not before the editor is there.
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  if (scrollTop !== undefined) editor.setScrollTop(scrollTop, monaco.editor.ScrollType.Immediate)

  const markers = createMarkers(editor, model)
  const fixes = createQuickFixes(model)
  const features = createLanguageFeatures(model, language, schemaCompletion)
  const levels = withoutLevels(host)
  const largePaste = createLargePaste(editor, host)
  const settled = settlePaste(editor, model)
  const hover = editor.createDecorationsCollection()
  const selected = editor.createDecorationsCollection()
  const hints = editor.createDecorationsCollection()
  const marks = editor.createDecorationsCollection()
  const collections = { hover, selected }
  const onSchemaMarkers: SchemaMarkersListener = (of, found) => {
    if (of === model) markers.setSchema(found)
  }
  schemaListeners.add(onSchemaMarkers)
  const changes = model.onDidChangeContent(event => {
    const id = languageFor(model.getValueLength())
    if (id !== model.getLanguageId()) monaco.editor.setModelLanguage(model, id)
    // What stood beside lines that are gone would pile up on the one that is left.
    if (event.changes.some(({ range }) => range.endLineNumber - range.startLineNumber > 1)) {
      for (const part of [hints, marks]) part.clear()
    }
  })

  const subscriptions: Unsubscribe[] = []
  const edit = (edits: readonly TextEdit[]) => {
    const replace = ({ range, text: added }: TextEdit) => ({ range: toMonacoRange(model, range), text: added })
    editor.executeEdits('meshscope', edits.map(replace))
  }
  const asOneStep = (change: () => void) => {
    editor.pushUndoStop()
    change()
    editor.pushUndoStop()
  }
  /** What stood beside the old text would gather at the end of the new one. */
  const clearAnnotations = () => {
    for (const part of [hover, selected, hints, marks]) part.clear()
    markers.clear()
    fixes.update([])
  }
  const replaceText = (next: string) => {
    const lineBreak = lineBreakOf(next)
    if (next.includes('\n') && lineBreak !== model.getEOL()) {
      model.pushEOL(monaco.editor.EndOfLineSequence[lineBreak === '\n' ? 'LF' : 'CRLF'])
    }
    const present = model.getValue()
    const wanted = next.replace(/^\uFEFF/, '').replace(/\r\n|\r|\n/g, model.getEOL())
    if (wanted !== present) edit([replacedSpan(present, wanted)])
  }
  return {
    getText: () => model.getValue(),
    setText(next, { undoable }) {
      clearAnnotations()
      if (undoable) asOneStep(() => replaceText(next))
      else model.setValue(next.replace(/^\uFEFF/, ''))
    },
    goToTop() {
      editor.setPosition({ lineNumber: 1, column: 1 })
      editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 }, monaco.editor.ScrollType.Immediate)
    },
    applyEdits: edits => asOneStep(() => edit(edits)),
    onChange(listener) {
      const subscription = onTextChange(model, listener, largePaste.isArriving)
      subscriptions.push(subscription)
      return subscription
    },
    onCursor: listener => editor.onDidChangeCursorPosition(event => listener(model.getOffsetAt(event.position))),
    onMark: listener =>
      editor.onMouseDown(({ target }) => {
        if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN) return
        if (target.element?.classList.contains(styles['mark'] ?? '')) listener(target.position.lineNumber)
      }),
    setDiagnostics(diagnostics) {
      markers.setOwn(diagnostics)
      fixes.update(diagnostics)
    },
    setHighlights: (ranges, kind) => collections[kind].set(ranges.map(range => highlight(model, range, kind))),
    setLineHints: next => hints.set(next.flatMap(hint => lineHint(model, hint, editor.getLayoutInfo().viewportColumn))),
    setGutterMarks: next => marks.set(next.flatMap(mark => gutterMark(model, mark))),
    reveal(range, { cursor } = { cursor: false }) {
      const place = toMonacoRange(model, range)
      // Lines only: the end of a long one would draw the text to the left.
      editor.revealLinesInCenterIfOutsideViewport(place.startLineNumber, place.endLineNumber)
      if (!cursor) return
      editor.setPosition(place.getStartPosition())
      editor.focus()
    },
    focus: () => editor.focus(),
    undo: () => editor.trigger('meshscope', 'undo', null),
    redo: () => editor.trigger('meshscope', 'redo', null),
    setTheme(next) {
      worn = next
      wearPageColours(worn, host)
    },
    layout: () => editor.layout(),
    dispose() {
      repaint.disconnect()
      forced.removeEventListener('change', onForced)
      schemaListeners.delete(onSchemaMarkers)
      for (const part of [...subscriptions, changes, fixes, features, levels, largePaste, settled, editor, model])
        part.dispose()
    },
  }
}
