import styles from './TracePanel.module.css'

export interface DrawBarProps {
  /** From 0 to 1. */
  readonly value: number
  readonly options: readonly { readonly share: number; readonly taken: boolean }[]
  /** What stands under each of them. */
  readonly words: readonly string[]
}

const WIDTH = 222

/** The number drawn, over the shares that it chose among. */
export function DrawBar({ value, options, words }: DrawBarProps) {
  const starts = options.map((_, index) => options.slice(0, index).reduce((sum, option) => sum + option.share, 0))
  return (
    <div className={styles['draw']}>
      <svg viewBox={`0 0 ${WIDTH} 16`} role="img" aria-label={`${value.toFixed(3)} between 0 and 1`}>
        {options.map((option, index) => (
          <rect
            key={index}
            x={(starts[index] ?? 0) * WIDTH}
            y="3"
            width={Math.max(0, option.share * WIDTH - 2)}
            height="8"
            rx="2"
            fill={option.taken ? 'var(--control)' : 'var(--track)'}
          />
        ))}
        <path d={`M${(value * WIDTH).toFixed(1)} -1V15`} stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <p>
        {options.map(({ share, taken }, index) => (
          <span key={index} style={{ flexGrow: share }} data-taken={taken ? '' : undefined}>
            {words[index]}
          </span>
        ))}
      </p>
    </div>
  )
}
