import { START, highlightLine } from '../../editor/index.ts'
import type { LensLine } from '../../state/index.ts'
import styles from './Presenter.module.css'

/** So many lines stand under every card. */
const SHORT = 4

/** Just the lines that are spoken of, to be read from the last row. */
export function Lens({ lines }: { readonly lines: readonly LensLine[] }) {
  if (lines.length === 0) return null
  return (
    <div
      className={styles['lens']}
      role="region"
      aria-label="Lines of the text"
      data-testid="lens"
      data-tall={lines.length > SHORT ? '' : undefined}
    >
      {lines.map(({ number, text, marked }) => (
        <div key={number} data-marked={marked ? '' : undefined}>
          {highlightLine(text, START).tokens.map(({ start, kind }, i, tokens) => (
            <span key={start} className={styles[kind]}>
              {text.slice(start, tokens[i + 1]?.start)}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
