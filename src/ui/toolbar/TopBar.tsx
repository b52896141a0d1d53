import {
  ChevronDown,
  CircleHelp,
  Lightbulb,
  Moon,
  Network,
  PanelLeft,
  PanelRight,
  Presentation,
  Search,
  Share2,
  Sun,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProxyId } from '../../core/base/ids.ts'
import type { CallerChoice } from '../../state/index.ts'
import controls from '../controls.module.css'
import { KeyCaps } from '../key-caps/KeyCaps.tsx'
import { Logo } from './Logo.tsx'
import { SeenBy } from './SeenBy.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps {
  readonly title: string
  /** The title is a lesson's. */
  readonly isLesson: boolean
  readonly lessonsOpen: boolean
  readonly onToggleLessons: () => void
  readonly callers: readonly CallerChoice[]
  readonly proxy: ProxyId | undefined
  readonly dark: boolean
  readonly editorOpen: boolean
  readonly inspectorOpen: boolean
  readonly onOpenExamples: () => void
  readonly onLookFrom: (proxy: ProxyId) => void
  readonly mapOpen: boolean
  readonly onToggleMap: () => void
  readonly onToggleEditor: () => void
  readonly onToggleInspector: () => void
  readonly onToggleTheme: () => void
  /** Absent: there is nothing to present. */
  readonly onPresent: (() => void) | undefined
  readonly onFind: () => void
  readonly onShare: () => void
  readonly onShowKeys: () => void
}

/** The bar over everything: which text, seen by whose sidecar, in which light. */
export function TopBar(props: TopBarProps) {
  const themeLabel = props.dark ? 'Light theme' : 'Dark theme'
  return (
    <header className={styles['bar']}>
      <span className={styles['logo']}>
        <Logo />
        <span>Meshscope</span>
      </span>
      <span className={styles['separator']} />
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${styles['title'] ?? ''}`}
        onClick={props.onOpenExamples}
      >
        <span>{props.title}</span>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        <span className="visually-hidden">, choose {props.isLesson ? 'a lesson' : 'an example'}</span>
      </button>
      {props.proxy !== undefined && (
        <SeenBy callers={props.callers} proxy={props.proxy} onLookFrom={props.onLookFrom} />
      )}
      <IconButton
        className={`${styles['wide'] ?? ''} ${styles['rare'] ?? ''} ${props.mapOpen ? (styles['on'] ?? '') : ''}`}
        label={props.mapOpen ? 'Close the map of the mesh' : 'Map of the mesh'}
        keys="M"
        onClick={props.onToggleMap}
      >
        <Network size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <span className={styles['spring']} />
      <button
        type="button"
        className={styles['find']}
        aria-label="Search or run a command"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={props.onFind}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span>Search or run a command</span>
        <span className={styles['keys']}>
          <KeyCaps keys="Ctrl K" />
        </span>
      </button>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${styles['wide'] ?? ''} ${props.lessonsOpen ? (styles['on'] ?? '') : ''}`}
        aria-expanded={props.lessonsOpen}
        aria-controls="lesson"
        title={props.lessonsOpen ? 'Leave the lessons' : 'Lessons'}
        onClick={props.onToggleLessons}
      >
        <Lightbulb size={16} strokeWidth={1.75} aria-hidden />
        <span className={styles['words']}>Lessons</span>
      </button>
      {props.onPresent && (
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${styles['wide'] ?? ''}`}
          title="Present  P"
          onClick={props.onPresent}
        >
          <Presentation size={16} strokeWidth={1.75} aria-hidden />
          <span className={styles['words']}>Present</span>
        </button>
      )}
      <button type="button" className={controls['button']} aria-label="Share" title="Share  S" onClick={props.onShare}>
        <Share2 size={16} strokeWidth={1.75} aria-hidden />
        <span className={styles['words']}>Share</span>
      </button>
      <span className={styles['separator']} />
      <IconButton
        className={styles['wide']}
        controls="editor"
        label={props.editorOpen ? 'Hide the editor' : 'Show the editor'}
        onClick={props.onToggleEditor}
      >
        <PanelLeft size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        className={styles['wide']}
        controls="inspector"
        label={props.inspectorOpen ? 'Hide the inspector' : 'Show the inspector'}
        onClick={props.onToggleInspector}
      >
        <PanelRight size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        className={`${styles['wide'] ?? ''} ${styles['rare'] ?? ''}`}
        label={themeLabel}
        onClick={props.onToggleTheme}
      >
        {props.dark ? (
          <Sun size={16} strokeWidth={1.75} aria-hidden />
        ) : (
          <Moon size={16} strokeWidth={1.75} aria-hidden />
        )}
      </IconButton>
      <IconButton className={`${styles['wide'] ?? ''} ${styles['rare'] ?? ''}`} label="Keys" onClick={props.onShowKeys}>
        <CircleHelp size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </header>
  )
}

interface IconButtonProps {
  readonly label: string
  /** The id of the region that it opens and closes. */
  readonly controls?: string
  readonly className?: string | undefined
  /** Does the same. */
  readonly keys?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function IconButton({ label, controls: region, className = '', keys, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${controls['button'] ?? ''} ${controls['square'] ?? ''} ${className}`}
      aria-label={label}
      aria-controls={region}
      title={keys === undefined ? label : `${label}  ${keys}`}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
