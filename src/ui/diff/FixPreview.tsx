import { Wrench } from 'lucide-react'
import { Suspense, lazy } from 'react'
import type { Fix } from '../../core/base/diagnostic.ts'
import controls from '../controls.module.css'
import styles from './FixPreview.module.css'

/** Loaded when a repair is looked at. */
const DiffView = lazy(async () => ({ default: (await import('./DiffView.tsx')).DiffView }))

export interface FixPreviewProps<Offered extends Fix> {
  /** The likeliest first. */
  readonly fixes: readonly Offered[]
  /** The text that the edits were computed for. */
  readonly text: string
  readonly onApply: (fix: Offered) => void
  /** What more is known of one. */
  readonly noteOf?: (fix: Offered) => string | undefined
}

/** Repairs, each as a difference with its button. */
export function FixPreview<Offered extends Fix>({ fixes, text, onApply, noteOf }: FixPreviewProps<Offered>) {
  return (
    <ul className={styles['fixes']}>
      {fixes.map((fix, index) => {
        const note = noteOf?.(fix)
        return (
          <li key={fix.title}>
            <div className={styles['head']}>
              <span className={styles['what']}>{fix.title}</span>
              <button
                type="button"
                className={`${(index === 0 ? controls['ink'] : controls['box']) ?? ''} ${controls['small'] ?? ''}`}
                aria-label={`Apply: ${fix.title}`}
                onClick={() => {
                  onApply(fix)
                }}
              >
                {index === 0 && <Wrench size={14} strokeWidth={1.75} aria-hidden />}
                Apply
              </button>
            </div>
            {note !== undefined && <p className={styles['note']}>{note}</p>}
            <Suspense>
              <DiffView text={text} edits={fix.edits} />
            </Suspense>
          </li>
        )
      })}
    </ul>
  )
}
