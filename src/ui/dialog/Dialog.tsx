import { X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import controls from '../controls.module.css'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the page. The browser keeps the focus inside and gives it back; Esc and a press beside it close it. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={title}
      onClose={() => {
        // Told a while after it closed: it may be open again by then.
        if (dialog.current?.open !== true) onClose()
      }}
      onClick={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles['head']}>
        <h2>{title}</h2>
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close"
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      {children}
    </dialog>
  )
}
