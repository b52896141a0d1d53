import { CodeXml, GitBranch, Lightbulb, Route, TriangleAlert } from 'lucide-react'
import type { PhoneView } from '../../state/index.ts'
import controls from '../controls.module.css'
import styles from './PhoneNav.module.css'

export interface PhoneNavProps {
  readonly view: PhoneView
  readonly problemCount: number
  readonly onView: (view: PhoneView) => void
  /** Opens the list of them. */
  readonly onLessons: () => void
}

const VIEWS = [
  { id: 'picture', title: 'Picture', Icon: GitBranch },
  { id: 'yaml', title: 'YAML', Icon: CodeXml },
  { id: 'trace', title: 'Trace', Icon: Route },
  { id: 'problems', title: 'Problems', Icon: TriangleAlert },
  { id: 'lesson', title: 'Lessons', Icon: Lightbulb },
] as const

/** On a phone one region at a time has the screen. */
export function PhoneNav({ view, problemCount, onView, onLessons }: PhoneNavProps) {
  return (
    <nav className={styles['nav']} aria-label="Views">
      {VIEWS.map(({ id, title, Icon }) => (
        <button
          key={id}
          type="button"
          aria-current={view === id ? 'page' : undefined}
          onClick={() => {
            if (id === 'lesson') onLessons()
            else onView(id)
          }}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          <span>{title}</span>
          {id === 'problems' && problemCount > 0 && (
            <span className={`${controls['count'] ?? ''} ${styles['count'] ?? ''}`}>{problemCount}</span>
          )}
        </button>
      ))}
    </nav>
  )
}
