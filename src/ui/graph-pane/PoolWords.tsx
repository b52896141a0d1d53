import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import { arcPathData } from '../../render/index.ts'
import type { PoolNow } from '../../scene/index.ts'
import { barPart, poolLines } from './pool-lines.ts'
import type { PoolLine } from './pool-lines.ts'
import { Words } from './Words.tsx'
import styles from './parts.module.css'

const PAD = 14
const PLACE = { size: { connections: 15, waiting: 22 }, gap: 4, least: 7 } as const

interface PoolProps {
  readonly box: Box
  /** Undefined: not known yet. */
  readonly pool: PoolNow | undefined
}

/** What a cluster has under way against its limits: a square for each place, filled or free. */
export function PoolWords({ box, pool }: PoolProps): ReactNode {
  const isTall = box.height > 60
  const [left, right] = [box.x + PAD, box.x + box.width - PAD]
  return (
    <g data-testid="pool">
      <path className={styles['hair']} d={`M${box.x} ${box.y}H${box.x + box.width}`} />
      {poolLines(pool).map((line, i) => {
        const y = box.y + 20 + i * (isTall ? 48 : 20)
        return (
          <g key={line.label} data-pool={line.kind}>
            <Words x={left} y={y} ink="2">
              {line.label}
            </Words>
            <Words x={right} y={y} mono weight={600} ink={line.isFull ? 'refused' : '1'} anchor="end">
              {line.value}
            </Words>
            {isTall && <Places line={line} x={left} y={y + 9} width={right - left} />}
          </g>
        )
      })}
    </g>
  )
}

interface PlacesProps {
  readonly line: PoolLine
  readonly x: number
  readonly y: number
  readonly width: number
}

function Places({ line, x, y, width }: PlacesProps): ReactNode {
  const { places, taken, busy, kind, isFull, waits } = line
  if (places === undefined) {
    const part = barPart(line)
    if (part === undefined) return null
    return (
      <g>
        <rect className={styles['track']} x={x} y={y + 4} width={width} height={7} rx={3.5} />
        <rect
          className={styles[isFull ? 'poolFull' : 'poolPart']}
          x={x}
          y={y + 4}
          width={part * width}
          height={7}
          rx={3.5}
        />
      </g>
    )
  }
  const most = PLACE.size[kind]
  const pitch = Math.min(most + PLACE.gap, width / places)
  const size = Math.max(PLACE.least, Math.min(most, pitch - 2))
  return Array.from({ length: places }, (_, i) => {
    const at = { x: x + i * pitch, y: y + (most - size) / 2 }
    const [cx, cy] = [at.x + size / 2, at.y + size / 2]
    const isTaken = i < taken
    const wait = waits[i]
    return (
      <g key={i}>
        <rect
          className={styles[isTaken ? (kind === 'waiting' ? 'placeWaits' : 'placeTaken') : 'placeFree']}
          x={at.x + 0.5}
          y={at.y + 0.5}
          width={size - 1}
          height={size - 1}
          rx={3}
        />
        {i < busy && <circle className={styles['placeDot']} cx={cx} cy={cy} r={Math.min(3.5, size / 5)} />}
        {wait !== undefined && <path className={styles['placeRing']} d={arcPathData(cx, cy, size * 0.34, wait)} />}
      </g>
    )
  })
}
