import { useMemo } from 'react'
import type { TextRange } from '../../core/base/text-range.ts'
import { lineOf } from '../../core/yaml/index.ts'
import styles from './Presenter.module.css'

/** Of a line, in its own units; a character is `STEP` wide. */
const PITCH = 15
const HEIGHT = 6
const WIDTH = 56
const STEP = 2

interface DocumentShapeProps {
  readonly text: string
  readonly range: TextRange | undefined
}

/** Every line of the text as a bar, as deep and as long as the line is; those that are spoken of stand out. */
export function DocumentShape({ text, range }: DocumentShapeProps) {
  const lines = useMemo(() => text.trimEnd().split('\n'), [text])
  const [from, to] = range
    ? [lineOf(text, range.start), lineOf(text, Math.max(range.start, range.end - 1))]
    : [Infinity, -Infinity]
  const height = lines.length * PITCH
  return (
    <svg
      className={styles['shape']}
      style={{ maxHeight: `calc(${String(height)} * var(--u))` }}
      viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {range && (
        <rect className={styles['spokenWash']} y={(from - 1) * PITCH} width={WIDTH} height={(to - from + 1) * PITCH} />
      )}
      {lines.map((line, i) => {
        const depth = Math.max(0, line.search(/\S/))
        const x = Math.min(WIDTH - 12, 3 + depth * STEP)
        const width = Math.min(WIDTH - 2 - x, (line.trim().length || 0) * STEP)
        const isSpoken = i + 1 >= from && i + 1 <= to
        return (
          width > 0 && (
            <rect
              key={i}
              className={isSpoken ? styles['spoken'] : styles['line']}
              x={x}
              y={i * PITCH + (PITCH - HEIGHT) / 2}
              width={width}
              height={HEIGHT}
              rx={2}
            />
          )
        )
      })}
    </svg>
  )
}
