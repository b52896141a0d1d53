import { problemLink } from '../help/address.ts'
import type { PlacedDiagnostic } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import styles from './editor.module.css'

/** The code's own page, over this one. */
const helpUri = (code: string) => monaco.Uri.parse(location.href).with({ fragment: problemLink(code).slice(1) })

const OWN = 'meshscope'
const SCHEMA = 'schema'
type Marker = monaco.editor.IMarkerData

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
  muted: monaco.MarkerSeverity.Hint,
} as const

/**
 * Two voices, one text. The engine's findings all show. The schema's show as warnings, but not where the text cannot be
 * read (the engine says so) nor on a line of which the engine speaks.
 */
export function createMarkers(editor: monaco.editor.ICodeEditor, model: monaco.editor.ITextModel) {
  const own = createTracked(editor)
  const schema = createTracked(editor)
  const lines = editor.createDecorationsCollection()

  const show = () => {
    const ours = own.get()
    const spoken = new Set(ours.map(marker => marker.startLineNumber))
    const theirs = schema.get().filter(marker => !spoken.has(marker.startLineNumber))
    monaco.editor.setModelMarkers(model, OWN, ours)
    monaco.editor.setModelMarkers(model, SCHEMA, theirs)
    lines.set([...ours, ...theirs].flatMap(marker => underline(model, marker)))
  }
  return {
    setOwn(diagnostics: readonly PlacedDiagnostic[]) {
      own.set(
        diagnostics.map(({ range, severity, title, detail, code }) => ({
          ...numbersOf(toMonacoRange(model, range)),
          severity: SEVERITY[severity],
          message: `${title}\n${detail}`,
          code: { value: code, target: helpUri(code) },
        })),
      )
      show()
    },
    setSchema(markers: readonly Marker[]) {
      // The service gives syntax errors the severity Error and what contradicts the schema the severity Warning.
      const warnings = markers.filter(marker => marker.severity !== monaco.MarkerSeverity.Error)
      schema.set(warnings.map(({ code: _, ...rest }) => rest))
      show()
    },
    clear() {
      for (const part of [own, schema]) part.set([])
      show()
    },
  }
}

/** Markers that know where typing has moved them since they were found: Monaco moves only what it has painted. */
function createTracked(editor: monaco.editor.ICodeEditor) {
  let markers: readonly Marker[] = []
  const places = editor.createDecorationsCollection()
  return {
    set(next: readonly Marker[]) {
      markers = next
      places.set(next.map(marker => ({ range: marker, options: {} })))
    },
    get: () => markers.map((marker, i) => ({ ...marker, ...numbersOf(places.getRange(i) ?? marker) })),
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
