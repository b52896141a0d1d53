import { useEffect } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import type { EditorPaneProps } from './editor-pane-props.ts'

/** Pointing at something on the stage scrolls to its lines only when it lasts. */
const LINGER_MS = 400

/** Keeps what stands beside the text in step with the props. */
export function useAnnotations(editor: EditorHandle | undefined, props: EditorPaneProps): void {
  const {
    text,
    annotatedText = text,
    diagnosedText = annotatedText,
    diagnostics,
    hints,
    marks,
    revealRequest,
    theme,
  } = props
  const { hover, selected } = props.highlights
  const fits = annotatedText === text
  const isDiagnosed = diagnosedText === text

  useEffect(() => {
    if (isDiagnosed) editor?.setDiagnostics(diagnostics)
  }, [editor, isDiagnosed, diagnostics])
  useEffect(() => {
    if (fits) editor?.setLineHints(hints)
  }, [editor, fits, hints])
  useEffect(() => {
    if (fits) editor?.setGutterMarks(marks)
  }, [editor, fits, marks])
  useEffect(() => {
    if (fits) editor?.setHighlights(selected, 'selected')
  }, [editor, fits, selected])
  useEffect(() => {
    if (!editor || !fits) return undefined
    editor.setHighlights(hover, 'hover')
    const [first] = hover
    if (!first) return undefined
    const timer = setTimeout(() => editor.reveal(first), LINGER_MS)
    return () => clearTimeout(timer)
  }, [editor, fits, hover])
  useEffect(() => {
    if (revealRequest) editor?.reveal(revealRequest.range, revealRequest)
  }, [editor, revealRequest])
  useEffect(() => {
    editor?.setTheme(theme)
  }, [editor, theme])
}
