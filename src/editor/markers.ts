import type { PlacedDiagnostic } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import styles from './editor.module.css'

const OWN = 'meshscope'
const SCHEMA = 'schema'
type Marker = monaco.editor.IMarkerData

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const

/**
 * Two voices, one text. The engine's findings all show. The schema's show as warnings, but not where the text cannot be
 * read (the engine says so) nor on a line of which the engine speaks.
 */
export function createMarkers(editor: monaco.editor.ICodeEditor, model: monaco.editor.ITextModel) {
  let own: readonly Marker[] = []
  let schema: readonly Marker[] = []
  /** Where the schema's markers have moved to by typing since they were found. */
  const schemaPlaces = editor.createDecorationsCollection()
  const lines = editor.createDecorationsCollection()

  const show = () => {
    const spoken = new Set(own.map(marker => marker.startLineNumber))
    const kept = schema
      .map((marker, i) => ({ ...marker, ...numbersOf(schemaPlaces.getRange(i) ?? monaco.Range.lift(marker)) }))
      .filter(marker => !spoken.has(marker.startLineNumber))
    monaco.editor.setModelMarkers(model, OWN, [...own])
    monaco.editor.setModelMarkers(model, SCHEMA, kept)
    lines.set([...own, ...kept].flatMap(marker => underline(model, marker)))
  }
  return {
    setOwn(diagnostics: readonly PlacedDiagnostic[]) {
      own = diagnostics.map(diagnostic => ({
        ...numbersOf(toMonacoRange(model, diagnostic.range)),
        severity: SEVERITY[diagnostic.severity],
        message: `${diagnostic.title}\n${diagnostic.detail}`,
        code: diagnostic.code,
      }))
      show()
    },
    setSchema(markers: readonly Marker[]) {
      // The service gives syntax errors the severity Error and what contradicts the schema the severity Warning.
      schema = markers
        .filter(marker => marker.severity !== monaco.MarkerSeverity.Error)
        .map(({ code: _, ...rest }) => rest)
      schemaPlaces.set(schema.map(marker => ({ range: marker, options: {} })))
      show()
    },
    dispose() {
      schemaPlaces.clear()
      lines.clear()
    },
  }
}

const numbersOf = ({ startLineNumber, startColumn, endLineNumber, endColumn }: monaco.IRange): monaco.IRange => ({
  startLineNumber,
  startColumn,
  endLineNumber,
  endColumn,
})

const TONES = {
  [monaco.MarkerSeverity.Error]: styles['error'],
  [monaco.MarkerSeverity.Warning]: styles['warning'],
  [monaco.MarkerSeverity.Info]: styles['note'],
  [monaco.MarkerSeverity.Hint]: styles['note'],
}

/** A wavy line under the first line of the range (a whole rule underlined says no more), and a wash behind an error. */
function underline(model: monaco.editor.ITextModel, marker: Marker): monaco.editor.IModelDeltaDecoration[] {
  const line = marker.startLineNumber
  const wavy = {
    range: firstLineOf(model, marker),
    options: { inlineClassName: TONES[marker.severity] ?? null },
  }
  if (marker.severity !== monaco.MarkerSeverity.Error) return [wavy]
  const wash = styles['errorLine'] ?? null
  const options = { isWholeLine: true, className: wash, marginClassName: wash }
  return [wavy, { range: new monaco.Range(line, 1, line, 1), options }]
}

/** Never empty, unless the line is: an empty range is widened to the character beside it. */
function firstLineOf(model: monaco.editor.ITextModel, marker: Marker): monaco.Range {
  const { startLineNumber: line, startColumn: start } = marker
  const lineEnd = model.getLineMaxColumn(line)
  const end = marker.endLineNumber === line ? marker.endColumn : lineEnd
  if (end > start) return new monaco.Range(line, start, line, end)
  if (start < lineEnd) return new monaco.Range(line, start, line, start + 1)
  return new monaco.Range(line, Math.max(1, lineEnd - 1), line, lineEnd)
}
