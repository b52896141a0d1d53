import { Code, Maximize, NotebookText, Share2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TextRange } from '../../core/base/text-range.ts'
import { Logo } from '../toolbar/Logo.tsx'
import { DocumentShape } from './DocumentShape.tsx'
import styles from './Presenter.module.css'

interface PresenterStripProps {
  readonly text: string
  /** What is spoken of. */
  readonly range: TextRange | undefined
  /** There are lines to show or hide. */
  readonly canHideLines: boolean
  readonly linesOpen: boolean
  readonly onLines: () => void
  readonly notesOpen: boolean
  readonly onNotes: () => void
  readonly onShare: () => void
  /** Absent: the browser does not let the page have the whole screen. */
  readonly onFullScreen: (() => void) | undefined
  readonly onLeave: () => void
}

/** The text as a shape at the left edge, and the little that a speaker presses. */
export function PresenterStrip(props: PresenterStripProps) {
  return (
    <div className={styles['strip']}>
      <Logo />
      <DocumentShape text={props.text} range={props.range} />
      <div className={styles['tools']}>
        {props.canHideLines && (
          <Tool label="Lines of the text" keys="E" pressed={props.linesOpen} onClick={props.onLines}>
            <Code aria-hidden />
          </Tool>
        )}
        <Tool label="Notes" keys="N" pressed={props.notesOpen} onClick={props.onNotes}>
          <NotebookText aria-hidden />
        </Tool>
        <Tool label="Share" onClick={props.onShare}>
          <Share2 aria-hidden />
        </Tool>
        {props.onFullScreen && (
          <Tool label="Full screen" keys="Shift F" onClick={props.onFullScreen}>
            <Maximize aria-hidden />
          </Tool>
        )}
        <Tool label="Leave the presentation" keys="Esc" onClick={props.onLeave}>
          <X aria-hidden />
        </Tool>
      </div>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, keys, pressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys === undefined ? label : `${label}  ${keys}`}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
