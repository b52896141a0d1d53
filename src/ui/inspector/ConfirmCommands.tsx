import { Fragment } from 'react'
import { Copy } from 'lucide-react'
import type { Explanation } from '../../state/index.ts'
import controls from '../controls.module.css'
import { CommandWords } from './CommandWords.tsx'
import inspector from './Inspector.module.css'
import styles from './TracePanel.module.css'

export interface ConfirmCommandsProps {
  /** Each with what it prints where this is the case. */
  readonly commands: Explanation['confirm']
  readonly onCopy: (text: string) => void
}

/** Commands that show the same in a real cluster, to be copied. */
export function ConfirmCommands({ commands, onCopy }: ConfirmCommandsProps) {
  if (commands.length === 0) return null
  return (
    <div className={`${inspector['section'] ?? ''} ${styles['confirm'] ?? ''}`}>
      <h3>Confirm in the cluster</h3>
      {commands.map(({ command, note }) => (
        <Fragment key={command}>
          <div className={styles['command']}>
            <code>
              <CommandWords text={command} />
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
          <p className={controls['caption']}>{note}</p>
        </Fragment>
      ))}
    </div>
  )
}
