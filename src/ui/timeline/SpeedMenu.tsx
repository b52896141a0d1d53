import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Timeline.module.css'

const SPEEDS = [
  { value: 0.1, label: '0.1×' },
  { value: 0.25, label: '¼×' },
  { value: 0.5, label: '½×' },
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
  { value: 5, label: '5×' },
  { value: 10, label: '10×' },
  { value: 20, label: '20×' },
] as const

export function SpeedMenu(props: { readonly speed: number; readonly onSpeed: (speed: number) => void }): ReactNode {
  const { speed, onSpeed } = props
  const label = SPEEDS.find(each => each.value === speed)?.label ?? `${speed}×`
  return (
    <span className={styles['speed']}>
      <span aria-hidden="true">{label}</span>
      <ChevronDown size={11} strokeWidth={2} aria-hidden="true" />
      <select
        aria-label="Speed"
        data-testid="speed"
        value={speed}
        onChange={event => onSpeed(Number(event.currentTarget.value))}
      >
        {SPEEDS.map(each => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </span>
  )
}
