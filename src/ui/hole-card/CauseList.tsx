import type { TextRange } from '../../core/base/text-range.ts'
import type { DeathReport } from '../../state/index.ts'
import { Breakable } from '../inspector/Breakable.tsx'
import { LineLink } from '../line-link/LineLink.tsx'
import styles from './HoleCard.module.css'

export interface CauseListProps {
  readonly chain: DeathReport['chain']
  readonly onReveal: (range: TextRange) => void
}

/** The chain of causes, each with its place in the text. */
export function CauseList({ chain, onReveal }: CauseListProps) {
  return (
    <ol className={styles['chain']}>
      {chain.map(({ title, detail, code, range, line }, index) => (
        <li key={index} data-last={index === chain.length - 1}>
          <span className={styles['what']}>{title}</span>
          {range && line !== undefined && (
            <LineLink
              line={line}
              onReveal={() => {
                onReveal(range)
              }}
            />
          )}
          {code !== undefined && (
            <code className={styles['code']}>
              <Breakable text={code} />
            </code>
          )}
          {detail !== '' && <span className={styles['detail']}>{detail}</span>}
        </li>
      ))}
    </ol>
  )
}
