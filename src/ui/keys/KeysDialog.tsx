import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import controls from '../controls.module.css'
import styles from './KeysDialog.module.css'

export interface KeyRow {
  readonly keys: string
  readonly act: string
}

export interface KeysDialogProps {
  readonly open: boolean
  readonly rows: readonly KeyRow[]
  readonly reducedMotion: boolean
  readonly onReducedMotion: (reduced: boolean) => void
  readonly onClose: () => void
}

/** Every key and what it does, and the switch for motion. */
export function KeysDialog({ open, rows, reducedMotion, onReducedMotion, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label="Keys" onClose={onClose}>
      <div className={styles['head']}>
        <h2>Keys</h2>
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close"
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <dl className={styles['rows']}>
        {rows.map(row => (
          <div key={row.keys}>
            <dt>
              {row.keys.split(' ').map(key => (
                <kbd key={key} className={controls['kbd']}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{row.act}</dd>
          </div>
        ))}
      </dl>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          checked={reducedMotion}
          onChange={event => {
            onReducedMotion(event.target.checked)
          }}
        />
        <span>Show numbers instead of motion</span>
      </label>
    </dialog>
  )
}
