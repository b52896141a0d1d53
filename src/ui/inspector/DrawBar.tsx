import { DrawTrack } from '../graph-pane/DrawTrack.tsx'
import type { Draw } from '../graph-pane/DrawTrack.tsx'
import styles from './TracePanel.module.css'

export interface DrawBarProps {
  readonly draw: Draw
  /** What stands under each of them. */
  readonly words: readonly string[]
}

const WIDTH = 222

/** The number drawn, over the shares that it chose among. */
export function DrawBar({ draw, words }: DrawBarProps) {
  return (
    <div className={styles['draw']}>
      <svg viewBox={`0 0 ${WIDTH} 16`} role="img" aria-label={`${draw.value.toFixed(3)} between 0 and 1`}>
        <g transform="translate(0 7)">
          <DrawTrack draw={draw} width={WIDTH} high={8} />
        </g>
      </svg>
      <p>
        {draw.options.map(({ share, taken }, index) => (
          <span key={index} style={{ flexGrow: share }} data-taken={taken ? '' : undefined}>
            {words[index]}
          </span>
        ))}
      </p>
    </div>
  )
}
