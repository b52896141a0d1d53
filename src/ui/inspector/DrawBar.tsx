import styles from './TracePanel.module.css'

export interface DrawBarProps {
  /** From 0 to 1. */
  readonly value: number
  readonly options: readonly { readonly label: string; readonly share: number; readonly taken: boolean }[]
}

const WIDTH = 222

/** The number drawn, over the shares that it chose among. */
export function DrawBar({ value, options }: DrawBarProps) {
  const starts = options.map((_, index) => options.slice(0, index).reduce((sum, option) => sum + option.share, 0))
  return (
    <svg
      className={styles['draw']}
      viewBox={`0 0 ${WIDTH} 16`}
      role="img"
      aria-label={`${value.toFixed(3)} between 0 and 1`}
    >
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
  )
}
