import { useImperativeHandle, useRef } from 'react'
import { applyEdits } from '../../core/base/text-range.ts'
import { EditorBar } from './EditorBar.tsx'
import { PlainText } from './PlainText.tsx'
import type { EditorPaneHandle, EditorPaneProps } from './editor-pane-props.ts'
import { annotationsOf } from './line-notes.ts'
import { readFiles } from './read-files.ts'
import { useAnnotations } from './use-annotations.ts'
import { useEditor } from './use-editor.ts'
import { useFileDrop } from './use-file-drop.ts'
import styles from './editor-pane.module.css'

/** The text: readable at once, an editor as soon as Monaco is there, a plain text field if Monaco never comes. */
export function EditorPane(props: EditorPaneProps) {
  const { text, onTextChange, fileName, onOpenText, onOpenExamples, onCollapse, onNotice, children, ref } = props
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLDivElement>(null)
  const simple = useRef<HTMLTextAreaElement>(null)
  const { editor, failed, remember } = useEditor(props, { host, plain })
  useAnnotations(editor, props)

  const setText = (next: string) => {
    if (editor) editor.setText(next, { undoable: true })
    else if (next !== text) {
      remember(text)
      onTextChange(next)
    }
  }
  const openText = (next: string) => {
    setText(next)
    editor?.goToTop()
    for (const { current } of [plain, simple]) current?.scrollTo(0, 0)
  }
  const handle: EditorPaneHandle = {
    setText,
    openText,
    applyEdits: edits => (editor ? editor.applyEdits(edits) : setText(applyEdits(text, edits))),
    undo: () => editor?.undo(),
    redo: () => editor?.redo(),
    focus: () => (editor ?? simple.current ?? plain.current)?.focus(),
  }
  useImperativeHandle(ref, () => handle)

  const notice = (message: string) => onNotice?.(message)
  const openFiles = async (files: File[]) => {
    if (files.length === 0) return
    const read = await readFiles(files)
    if (read.kind === 'refused') return notice(read.message)
    onOpenText(read.text, read.name)
  }
  const { over, handlers } = useFileDrop(files => void openFiles(files))
  return (
    <section className={styles['pane']} aria-label="Configuration" {...handlers}>
      <EditorBar
        fileName={fileName}
        getText={() => editor?.getText() ?? text}
        onOpenExamples={onOpenExamples}
        onFiles={files => void openFiles(files)}
        onNotice={notice}
        onCollapse={onCollapse}
      />
      {failed && <p className={styles['note']}>The editor did not load. This plain one works too.</p>}
      <div className={styles['code']}>
        <div ref={host} className={styles['host']} />
        {failed && (
          <textarea
            ref={simple}
            className={styles['simple']}
            aria-label="YAML editor"
            spellCheck={false}
            value={text}
            onChange={event => onTextChange(event.currentTarget.value)}
          />
        )}
        {!editor && !failed && <PlainText ref={plain} {...annotationsOf(props)} />}
      </div>
      {children}
      {over && <div className={styles['drop']}>Drop YAML or JSON files here</div>}
    </section>
  )
}
