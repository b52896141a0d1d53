import type { ReactNode } from 'react'
import type { Ink } from './Words.tsx'
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
    <g className={dimmed ? styles['dimmed'] : undefined}>
      <rect className={styles['pill']} x={x - width / 2} y={y - 10} width={width} height={20} rx={10} />
      <Words x={x} y={y + 4} size={11} mono ink={ink} anchor="middle">
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
  let x = props.x
  const shown: { readonly text: string; readonly x: number; readonly width: number }[] = []
  const hidden: string[] = []
  for (const text of props.badges) {
    const width = Math.round(widthOf(text, 11)) + 12
    const fits = x + width <= props.maxX || shown.length === 0
    if (!fits || hidden.length > 0) {
      hidden.push(text)
      continue
    }
    shown.push({ text, x, width: Math.min(width, props.maxX - x) })
    x += width + 5
  }
  return (
    <g>
      {shown.map(badge => (
        <g key={badge.text}>
          <rect className={styles['badge']} x={badge.x} y={props.y} width={badge.width} height={18} rx={4} />
          <Words x={badge.x + 6} y={props.y + 13} size={11} ink="2" maxWidth={badge.width - 11}>
            {badge.text}
          </Words>
        </g>
      ))}
      {hidden.length > 0 && (
        <g>
          <Words x={Math.min(x, props.maxX - 14)} y={props.y + 13} size={11} ink="3">
            {`+${hidden.length}`}
          </Words>
          <title>{props.badges.join(' · ')}</title>
        </g>
      )}
    </g>
  )
}
