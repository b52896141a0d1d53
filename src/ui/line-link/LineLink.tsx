import styles from './LineLink.module.css'

export interface LineLinkProps {
  /** Counted from 1. */
  readonly line: number
  readonly onReveal: () => void
}

/** Leads to a line of the text. */
export function LineLink({ line, onReveal }: LineLinkProps) {
  return (
    <button type="button" className={styles['line']} onClick={onReveal}>
      line {line}
    </button>
  )
}
