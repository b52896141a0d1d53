import { PROBLEMS } from '../../help/address.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { KeyCaps } from '../key-caps/KeyCaps.tsx'
import styles from './KeysDialog.module.css'

interface KeyRow {
  readonly keys: string
  readonly act: string
}

export interface KeysDialogProps {
  readonly open: boolean
  readonly rows: readonly KeyRow[]
  /** Somebody presents: then `rows` are those that work beside the presenter's. */
  readonly presenting: boolean
  /** Keys that work in the text. */
  readonly editorRows: readonly KeyRow[]
  /** Keys that work while somebody presents. */
  readonly presenterRows: readonly KeyRow[]
  readonly reducedMotion: boolean
  readonly onReducedMotion: (reduced: boolean) => void
  readonly onClose: () => void
}

/** Every key and what it does, and the switch for motion. */
export function KeysDialog(props: KeysDialogProps) {
  const { open, rows, presenting, editorRows, presenterRows, reducedMotion, onReducedMotion, onClose } = props
  return (
    <Dialog open={open} title={presenting ? 'Keys while presenting' : 'Keys'} onClose={onClose}>
      {presenting && <Rows rows={presenterRows} />}
      <Rows rows={rows} />
      {!presenting && (
        <>
          <h3 className={styles['head']}>In the text</h3>
          <Rows rows={editorRows} />
          <h3 className={styles['head']}>While presenting</h3>
          <Rows rows={presenterRows} />
        </>
      )}
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

function Rows({ rows }: Pick<KeysDialogProps, 'rows'>) {
  return (
    <dl className={styles['rows']}>
      {rows.map(row => (
        <div key={row.keys}>
          <dt>
            <KeyCaps keys={row.keys} />
          </dt>
          <dd>{row.act}</dd>
        </div>
      ))}
    </dl>
  )
}
