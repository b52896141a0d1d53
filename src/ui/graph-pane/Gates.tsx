import type { ReactNode } from 'react'
import type { Drawing } from './drawing.ts'
import { laneY } from './drawing.ts'
import styles from './parts.module.css'

const BEAT_MS = 120
const REACH = 20

/** A bar at the entry of each cluster whose limit turns requests away now; thicker for a beat when one meets it. */
export function Gates({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { moment, positions, steps } = drawing
  return [...moment.closed].map(([cluster, sinceMs]) => {
    const box = positions.boxes.get(cluster)
    if (!box) return null
    const thick = !steps && sinceMs < BEAT_MS ? 9 : 7
    if (positions.orientation === 'down') {
      const x = box.x + box.width / 2
      return <Bar key={cluster} x={x - REACH} y={box.y - thick / 2} width={2 * REACH} height={thick} />
    }
    const y = laneY(drawing, 'subset', cluster) ?? box.y + box.height / 2
    return <Bar key={cluster} x={box.x - thick / 2} y={y - REACH} width={thick} height={2 * REACH} />
  })
}

interface BarProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function Bar(box: BarProps): ReactNode {
  return <rect className={styles['gate']} data-testid="gate" {...box} rx={Math.min(box.width, box.height) / 2} />
}
