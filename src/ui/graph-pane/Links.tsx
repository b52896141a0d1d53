import type { ReactNode } from 'react'
import type { Positions } from '../../layout/index.ts'
import { lanePathData } from '../../render/index.ts'
import type { Lane, Stage } from '../../scene/index.ts'
import { isBreakable } from './breakable.ts'
import styles from './parts.module.css'

interface LinksProps {
  readonly stage: Stage
  /** As they are drawn: to workloads, or to each pod. */
  readonly lanes: readonly Lane[]
  readonly positions: Positions
  readonly onHover: (id: string | undefined) => void
}

/** The lanes to pods take the pointer for what is at their end; keys reach that itself. */
export function Links({ stage, lanes, positions, onHover }: LinksProps): ReactNode {
  return lanes.map(({ id, kind, to }) => {
    const path = kind === 'deliver' && isBreakable(stage, to) ? positions.lanes.get(id) : undefined
    return (
      path && (
        <path
          key={id}
          className={styles['link']}
          data-link={to}
          d={lanePathData(path.cubics)}
          onPointerEnter={() => onHover(to)}
          onPointerLeave={() => onHover(undefined)}
        />
      )
    )
  })
}
