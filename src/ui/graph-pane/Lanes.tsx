import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Positions } from '../../layout/index.ts'
import { lanePathData } from '../../render/index.ts'
import type { Lane, Stage } from '../../scene/index.ts'
import styles from './Lanes.module.css'

const INSIDE: ReadonlySet<Lane['kind']> = new Set(['spine', 'rail', 'subset'])

/** Lanes that start or stay inside cards lie over them, the others under. */
export function isInside(stage: Stage, lane: Lane): boolean {
  if (INSIDE.has(lane.kind)) return true
  return lane.kind !== 'in' && stage.rules.some(card => card.rows.some(row => row.id === lane.from))
}

const THROUGH_WORDS: ReadonlySet<Lane['kind']> = new Set(['rail', 'subset'])

/** Upright these would cross the words of their cards: requests pass behind and come out at the port. */
export const hiddenUpright = (stage: Stage): ReadonlySet<string> =>
  new Set(stage.lanes.filter(lane => THROUGH_WORDS.has(lane.kind)).map(lane => lane.id))

interface LanesProps {
  readonly lanes: readonly Lane[]
  readonly positions: Positions
  readonly lit: ReadonlySet<string> | undefined
}

/** Long spines first, so that what leaves early is drawn on top; idle ones under everything. */
const depth = (lane: Lane): number => (lane.tone === 'idle' ? 0 : lane.kind === 'in' || lane.kind === 'spine' ? 1 : 2)

export const Lanes = memo(function Lanes({ lanes, positions, lit }: LanesProps): ReactNode {
  const down = positions.orientation === 'down'
  const sorted = [...lanes].sort((a, b) => depth(a) - depth(b))
  return (
    <g className={styles['lanes']}>
      {sorted.map(lane => {
        const path = positions.lanes.get(lane.id)
        if (!path || (down && THROUGH_WORDS.has(lane.kind))) return null
        const dashed = lane.tone === 'idle' || lane.kind === 'mirror'
        const classes = [styles['lane'], styles[lane.kind === 'mirror' ? 'ghost' : lane.tone]]
        if (dashed) classes.push(styles[lane.kind === 'mirror' ? 'copies' : 'unused'])
        if (lit && !lit.has(lane.id)) classes.push(styles['dimmed'])
        return (
          <path
            key={lane.id}
            data-lane={lane.id}
            className={classes.join(' ')}
            d={lanePathData(path.cubics)}
            strokeWidth={lane.tone === 'idle' ? 2 : lane.kind === 'mirror' ? 1.5 : path.width}
          />
        )
      })}
    </g>
  )
})
