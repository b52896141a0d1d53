import { Fragment } from 'react'
import { Breakable } from './Breakable.tsx'
import styles from './TracePanel.module.css'

/** A command that goes on in the next line between its words; only a word too long for a line is parted, after a dot. */
export function CommandWords({ text }: { readonly text: string }) {
  return text.split(' ').map((word, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      {word.length > 24 ? <Breakable text={word} /> : <span className={styles['word']}>{word}</span>}
    </Fragment>
  ))
}
