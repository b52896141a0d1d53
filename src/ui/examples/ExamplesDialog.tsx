import { Dialog } from '../dialog/Dialog.tsx'
import styles from './ExamplesDialog.module.css'

interface Example {
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
  return (
    <Dialog open={open} title="Examples" onClose={onClose}>
      <ul className={styles['list']}>
        {examples.map(({ id, title, summary }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                onChoose(id)
              }}
            >
              <b>{title}</b>
              <span>{summary.replaceAll(' %', '\u00a0%')}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['foot']}>Your text is not lost: undo in the editor brings it back.</p>
    </Dialog>
  )
}
