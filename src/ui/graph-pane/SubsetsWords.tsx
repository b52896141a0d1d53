import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import type { SubsetRow, SubsetsNode } from '../../scene/index.ts'
import { measuredShare, isOutside } from '../../scene/index.ts'
import { laneY } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { measuredPercent } from './figures.ts'
import { Badges } from './Pill.tsx'
import { PoolWords } from './PoolWords.tsx'
import { NameWords, Words, widthOf } from './Words.tsx'
import { expectedShare } from './expected-words.ts'
import styles from './parts.module.css'

interface CardProps {
  readonly card: SubsetsNode
  readonly drawing: Drawing
}

/** What a DestinationRule says of a host: its policy, and a row a subset. */
export function SubsetsWords({ card, drawing }: CardProps): ReactNode {
  const down = drawing.positions.orientation === 'down'
  const box = drawing.positions.boxes.get(card.id)
  return (
    <g>
      {box && !down && (
        <>
          <NameWords x={box.x + 14} y={box.y + 27} size={13} maxWidth={box.width - 28}>
            {card.title}
          </NameWords>
          <Badges x={box.x + 14} y={box.y + 44} maxX={box.x + box.width - 14} badges={card.badges} />
        </>
      )}
      {card.rows.map(row => {
        const at = drawing.positions.boxes.get(row.id)
        // Upright the card has no head of its own: what is not a subset goes by the host.
        const name = down && /^all( pods)?$/.test(row.name) ? card.title : row.name
        return at && <Row key={row.id} row={{ ...row, name }} box={at} drawing={drawing} down={down} />
      })}
    </g>
  )
}

interface RowProps {
  readonly row: SubsetRow
  readonly box: Box
  readonly drawing: Drawing
  readonly down: boolean
}

function Row({ row, box, drawing, down }: RowProps): ReactNode {
  const pad = down ? 12 : 14
  const left = box.x + pad
  const right = box.x + box.width - pad
  const share = measuredShare(drawing.tally, row.id)
  const measured = share === undefined ? '–' : measuredPercent(share)
  const top = box.y + (down ? 20 : 24)
  const room = widthOf(measured, down ? 11 : 12, 400, true) + 6
  // Upright there is little room: a longer name has its line to itself, and its labels are left out rather than cut to bits.
  const isCrowded = down && widthOf(row.name, 13, 600, true) + room > right - left
  const selector = row.selector || 'no labels'
  const badges = drawing.positions.boxes.get(`${row.id}#badges`)
  const pool = drawing.positions.boxes.get(`${row.id}#pool`)
  const railY = laneY(drawing, 'subset', row.id) ?? box.y + 56
  return (
    <g>
      <Words
        x={left}
        y={top}
        size={13}
        mono
        weight={600}
        maxWidth={isCrowded ? right - left : right - left - room}
        isName
      >
        {row.name}
      </Words>
      <g className={styles['measured']}>
        <Words x={right} y={isCrowded ? top + 17 : top} size={down ? 11 : 12} mono ink="2" anchor="end">
          {measured}
        </Words>
      </g>
      {(!isCrowded || widthOf(selector, 11, 400, true) + room <= right - left) && (
        <Words x={left} y={top + (down ? 17 : 16)} size={11} mono ink="3" maxWidth={right - left} isName>
          {selector}
        </Words>
      )}
      {pool && <PoolWords box={pool} pool={drawing.pools?.clusters.get(row.id)} />}
      {badges && <Badges x={left} y={badges.y} maxX={right} badges={row.badges} />}
      {!down && !pool && box.height >= 90 && (
        <ShareMeter
          x={left}
          y={railY + 20}
          width={right - left}
          expected={row.share}
          measured={share}
          total={drawing.tally.total}
          isUnlikely={isOutside(drawing.tally, row.id, row.share)}
        />
      )}
    </g>
  )
}

interface ShareMeterProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly expected: number
  readonly measured: number | undefined
  readonly total: number
  /** Chance hardly explains it. */
  readonly isUnlikely: boolean
}

/** The share of all requests on a line from 0 to 100 %: a band where chance puts it, a tick where it is. */
function ShareMeter({ x, y, width, expected, measured, total, isUnlikely }: ShareMeterProps): ReactNode {
  const { range, words } = expectedShare(expected, total) ?? {}
  const outside = range !== undefined && isUnlikely
  return (
    <g>
      <rect className={styles['track']} x={x} y={y} width={width} height={4} rx={2} />
      {range && (
        <rect
          className={styles['band']}
          x={x + width * range.low - 1}
          y={y - 4}
          width={Math.max(3, width * (range.high - range.low)) + 2}
          height={12}
          rx={2}
        />
      )}
      {measured !== undefined && (expected > 0 || measured > 0) && (
        <rect
          className={styles[outside ? 'tickOutside' : 'tick']}
          x={x + width * measured - 1}
          y={y - 6}
          width={2}
          height={16}
          rx={1}
        />
      )}
      {words !== undefined && (
        <Words x={x} y={y + 21} size={11} ink={outside ? 'app' : '3'} maxWidth={width + 8}>
          {outside ? words.replace('expected', 'outside') : words}
        </Words>
      )}
    </g>
  )
}
