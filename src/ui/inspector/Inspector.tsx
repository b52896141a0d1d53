import type { KeyboardEvent, ReactNode } from 'react'
import type { InspectorTab } from '../../state/index.ts'
import controls from '../controls.module.css'
import styles from './Inspector.module.css'

export interface InspectorProps {
  readonly tab: InspectorTab
  readonly problemCount: number
  readonly onTab: (tab: InspectorTab) => void
  readonly children: ReactNode
}

const TABS: readonly { readonly id: InspectorTab; readonly title: string }[] = [
  { id: 'trace', title: 'Trace' },
  { id: 'traffic', title: 'Traffic' },
  { id: 'metrics', title: 'Metrics' },
  { id: 'proxy', title: 'Proxy' },
  { id: 'problems', title: 'Problems' },
]

/** The panel at the right: one of its tabs. */
export function Inspector({ tab, problemCount, onTab, children }: InspectorProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = TABS[(TABS.findIndex(one => one.id === tab) + step + TABS.length) % TABS.length]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onTab(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <aside className={styles['inspector']} aria-label="Inspector">
      <h2 className="visually-hidden">Inspector</h2>
      <div className={styles['tabs']} role="tablist" aria-label="Inspector" onKeyDown={onKeyDown}>
        {TABS.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={tab === id}
            aria-controls="inspector-panel"
            tabIndex={tab === id ? 0 : -1}
            onClick={() => {
              onTab(id)
            }}
          >
            {title}
            {id === 'problems' && problemCount > 0 && <span className={controls['count']}>{problemCount}</span>}
          </button>
        ))}
      </div>
      <div className={styles['panel']} role="tabpanel" id="inspector-panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {children}
      </div>
    </aside>
  )
}
