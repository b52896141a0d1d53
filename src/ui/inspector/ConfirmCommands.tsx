import { Fragment } from 'react'
import { Copy } from 'lucide-react'
import controls from '../controls.module.css'
import { Breakable } from './Breakable.tsx'
import inspector from './Inspector.module.css'
import styles from './TracePanel.module.css'

export interface ConfirmCommandsProps {
  readonly commands: readonly string[]
  /** What they print where this is the case. */
  readonly note: string
  readonly onCopy: (text: string) => void
}

/** Commands that show the same in a real cluster, to be copied. */
export function ConfirmCommands({ commands, note, onCopy }: ConfirmCommandsProps) {
  if (commands.length === 0) return null
  return (
    <div className={`${inspector['section'] ?? ''} ${styles['confirm'] ?? ''}`}>
      <h3>Confirm in the cluster</h3>
      {commands.map(command => (
        <div key={command} className={styles['command']}>
          <code>
            <Words text={command} />
          </code>
          <button
            type="button"
            aria-label="Copy the command"
            title="Copy"
            onClick={() => {
              onCopy(command)
            }}
          >
            <Copy size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
      ))}
      <p className={controls['caption']}>{note}</p>
    </div>
  )
}

/** A command that goes on in the next line between its words; only a word too long for a line is parted, after a dot. */
function Words({ text }: { readonly text: string }) {
  return text.split(' ').map((word, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      {word.length > 24 ? <Breakable text={word} /> : <span className={styles['word']}>{word}</span>}
    </Fragment>
  ))
}
