import { Check, Copy, FolderOpen, PanelLeftClose } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import controls from '../controls.module.css'
import styles from './editor-pane.module.css'

const COPIED_MS = 1500
const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const button = `${controls['button'] ?? ''} ${controls['small'] ?? ''}`
const square = `${button} ${controls['square'] ?? ''}`

interface EditorBarProps {
  readonly fileName: string
  readonly getText: () => string
  readonly onOpenExamples: () => void
  readonly onFiles: (files: File[]) => void
  readonly onNotice: (message: string) => void
  readonly onCollapse?: (() => void) | undefined
}

export function EditorBar({ fileName, getText, onOpenExamples, onFiles, onNotice, onCollapse }: EditorBarProps) {
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(getText())
      setCopied(true)
    } catch {
      onNotice('The browser did not allow copying. Select the text and copy it.')
    }
  }
  return (
    <div className={styles['bar']}>
      <span className={styles['name']} title={fileName}>
        {fileName}
      </span>
      <button type="button" className={button} onClick={onOpenExamples}>
        Examples
      </button>
      <button
        type="button"
        className={square}
        title="Open files"
        aria-label="Open files"
        onClick={() => input.current?.click()}
      >
        <FolderOpen {...ICON} />
      </button>
      <button
        type="button"
        className={square}
        title="Copy the text"
        aria-label="Copy the text"
        onClick={() => void copy()}
      >
        {copied ? <Check {...ICON} /> : <Copy {...ICON} />}
      </button>
      <span className="visually-hidden" role="status">
        {copied ? 'Copied' : ''}
      </span>
      {onCollapse && (
        <button
          type="button"
          className={`${square} ${styles['collapse'] ?? ''}`}
          title="Hide the editor"
          aria-label="Hide the editor"
          onClick={onCollapse}
        >
          <PanelLeftClose {...ICON} />
        </button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to open"
        accept=".yaml,.yml,.json,.txt,text/*"
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = '' // the same file can be opened again
        }}
      />
    </div>
  )
}
