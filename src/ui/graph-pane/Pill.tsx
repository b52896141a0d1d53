import type { ReactNode } from 'react'
import type { Ink } from './Words.tsx'
import { fitBadges } from './fit-badges.ts'
import { Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

interface PillProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly ink?: Ink
  readonly dimmed?: boolean
}

/** A number on a lane. */
export function Pill({ x, y, text, ink = '2', dimmed = false }: PillProps): ReactNode {
  const width = Math.round(widthOf(text, 11, 400, true)) + 16
  return (
    <g className={`${styles['onLane'] ?? ''} ${dimmed ? (styles['dimmed'] ?? '') : ''}`}>
      <rect className={styles['pill']} x={x - width / 2} y={y - 10} width={width} height={20} rx={10} />
      <Words x={x} y={y + 4} size={11} mono isFigure={false} ink={ink} anchor="middle">
        {text}
      </Words>
    </g>
  )
}

/** A policy in a few words. `fits` tells how far right it may reach. */
export function Badges(props: {
  readonly x: number
  readonly y: number
  readonly maxX: number
  readonly badges: readonly string[]
}): ReactNode {
  const { shown, hidden, restX } = fitBadges(
    props.badges.map(text => Math.round(widthOf(text, 11)) + 12),
    props.x,
    props.maxX,
  )
  return (
    <g>
      {shown.map(({ x, width }, i) => (
        <g key={i}>
          <rect className={styles['badge']} x={x} y={props.y} width={width} height={18} rx={4} />
          <Words x={x + 6} y={props.y + 13} size={11} ink="2" maxWidth={width - 11}>
            {props.badges[i] ?? ''}
          </Words>
        </g>
      ))}
      {hidden > 0 && (
        <g>
          <Words x={restX} y={props.y + 13} size={11} ink="3">
            {`+${hidden}`}
          </Words>
          <title>{props.badges.join(' · ')}</title>
        </g>
      )}
    </g>
  )
}
