import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import controls from '../controls.module.css'
import styles from './ExamplesDialog.module.css'

export interface Example {
  readonly id: string
  readonly title: string
  readonly summary: string
}

export interface ExamplesDialogProps {
  readonly open: boolean
  readonly examples: readonly Example[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** Real situations to start from. */
export function ExamplesDialog({ open, examples, onChoose, onClose }: ExamplesDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label="Examples"
      onClose={onClose}
      onClick={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles['head']}>
        <h2>Examples</h2>
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close"
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <ul className={styles['list']}>
        {examples.map(example => (
          <li key={example.id}>
            <button
              type="button"
              onClick={() => {
                onChoose(example.id)
              }}
            >
              <b>{example.title}</b>
              <span>{example.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['foot']}>Your text is not lost: undo in the editor brings it back.</p>
    </dialog>
  )
}
