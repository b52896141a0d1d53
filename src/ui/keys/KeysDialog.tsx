import { PROBLEMS } from '../../help/address.ts'
import controls from '../controls.module.css'
import { Dialog } from '../dialog/Dialog.tsx'
import styles from './KeysDialog.module.css'

interface KeyRow {
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
  return (
    <Dialog open={open} title="Keys" onClose={onClose}>
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
      <p className={styles['more']}>
        <a href="#/fidelity">How faithful the picture is</a> · <a href={PROBLEMS}>What every problem means</a>
      </p>
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
    </Dialog>
  )
}
