import type { ReactNode } from 'react'
import type { LegRow, RuleRow, RulesNode } from '../../scene/index.ts'
import { countOf, laneY } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { GUTTER } from './Faces.tsx'
import { count, setPercent } from './figures.ts'
import { Badges } from './Pill.tsx'
import type { Ink } from './Words.tsx'
import { takenBy } from './taken-by.ts'
import { NameWords, Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

/** Between these, from the card's edges, its words stand. */
export const WORDS_IN_RULES = { left: 44, right: 12 } as const

const inkOfLeg = (leg: LegRow, dead: boolean): Ink =>
  dead || leg.kind === 'mirror' ? '3' : leg.tone === 'ok' || leg.tone === 'ghost' ? '1' : leg.tone

const weightText = (leg: LegRow): string =>
  leg.kind === 'mirror' ? 'copy' : leg.setShare === undefined ? '' : setPercent(leg.setShare)

/** What a VirtualService says: host, rules, and where each rule sends its requests. */
export function RulesWords({ card, drawing }: { readonly card: RulesNode; readonly drawing: Drawing }): ReactNode {
  const box = drawing.positions.boxes.get(card.id)
  if (!box) return null
  const down = drawing.positions.orientation === 'down'
  const left = box.x + WORDS_IN_RULES.left
  const right = box.x + box.width - (down ? 14 : WORDS_IN_RULES.right)
  const total = card.rows.reduce((sum, row) => sum + countOf(drawing, row.id), 0)
  const corner = down
    ? card.resource
      ? (card.resourceKind ?? 'VirtualService')
      : 'no VirtualService'
    : count(Math.max(total, countOf(drawing, card.id)))
  return (
    <g>
      {down ? (
        <Words
          x={left}
          y={box.y + 23}
          size={13}
          weight={600}
          maxWidth={right - box.x - 52 - widthOf(corner, 11)}
          isName
        >
          {card.title}
        </Words>
      ) : (
        <NameWords x={left} y={box.y + 27} size={13} maxWidth={right - box.x - 52 - widthOf(corner, 11, 400, true)}>
          {card.title}
        </NameWords>
      )}
      <Words x={right} y={box.y + (down ? 23 : 27)} size={11} mono={!down} ink="3" anchor="end">
        {corner}
      </Words>
      {card.rows.map(row =>
        down ? (
          <RowDown key={row.id} row={row} drawing={drawing} left={left} right={right} />
        ) : (
          <RowAcross key={row.id} row={row} drawing={drawing} left={left} right={right} />
        ),
      )}
    </g>
  )
}

interface RowProps {
  readonly row: RuleRow
  readonly drawing: Drawing
  readonly left: number
  readonly right: number
}

function RowAcross({ row, drawing, left, right }: RowProps): ReactNode {
  const box = drawing.positions.boxes.get(row.id)
  if (!box) return null
  const dead = row.state === 'unreachable'
  const badges = drawing.positions.boxes.get(`${row.id}#badges`)
  const n = count(takenBy(row, drawing.tally))
  return (
    <g>
      <Words
        x={left}
        y={box.y + 24}
        weight={600}
        ink={dead ? '3' : '1'}
        maxWidth={right - left - 8 - widthOf(n, 11, 400, true)}
        isName
      >
        {row.title}
      </Words>
      <Words x={right} y={box.y + 24} size={11} mono ink="3" anchor="end">
        {n}
      </Words>
      <Words x={left} y={box.y + 42} size={11} mono={row.mono} ink={dead ? '3' : '2'} maxWidth={right - left}>
        {row.condition}
      </Words>
      {badges && <Badges x={left} y={badges.y} maxX={right} badges={row.badges} />}
      {row.legs.map(leg => (
        <Leg key={leg.id} leg={leg} dead={dead} drawing={drawing} left={left} right={right} />
      ))}
    </g>
  )
}

function Leg(props: {
  readonly leg: LegRow
  readonly dead: boolean
  readonly drawing: Drawing
  readonly left: number
  readonly right: number
}): ReactNode {
  const { leg, dead, drawing, left, right } = props
  const box = drawing.positions.boxes.get(leg.id)
  if (!box) return null
  const railY = laneY(drawing, 'rail', leg.id)
  const y = (railY ?? box.y + Math.min(30, box.height - 10)) - 11
  const set = weightText(leg)
  // What is alone gets everything: where there is not room for both, its name says more.
  const isCrowded = widthOf(leg.label, 12, 600, true) + widthOf(set, 12, 400, true) + 8 > right - left
  const weight = leg.setShare === 1 && isCrowded ? '' : set
  const width = weight === '' ? -8 : widthOf(weight, 12, 400, true)
  return (
    <g>
      <Words x={left} y={y} mono weight={600} ink={inkOfLeg(leg, dead)} maxWidth={right - left - width - 8} isName>
        {leg.label}
      </Words>
      <Words x={right} y={y} mono ink={dead ? '3' : '2'} anchor="end">
        {weight}
      </Words>
      {dead && railY === undefined && (
        <path className={styles['runsOut']} d={`M${left - 44 + GUTTER} ${y + 11}H${right + 12}`} />
      )}
    </g>
  )
}

/** Where each leg's words end and start, the last leg outermost. */
function fromTheRight(legs: readonly LegRow[], several: boolean, right: number) {
  const placed: { readonly leg: LegRow; readonly text: string; readonly at: number; readonly start: number }[] = []
  for (const leg of legs.toReversed()) {
    const text = several || leg.kind === 'mirror' ? `${leg.label} ${weightText(leg)}` : leg.label
    const at = (placed.at(-1)?.start ?? right + 10) - 10
    placed.push({ leg, text, at, start: at - widthOf(text, 12, 400, true) })
  }
  return placed
}

/** Upright there is one line a rule for all its destinations. */
function RowDown({ row, drawing, left, right }: RowProps): ReactNode {
  const box = drawing.positions.boxes.get(row.id)
  if (!box) return null
  const dead = row.state === 'unreachable'
  const badges = drawing.positions.boxes.get(`${row.id}#badges`)
  const several = row.legs.filter(leg => leg.kind !== 'mirror').length > 1
  const legs = fromTheRight(row.legs, several, right)
  const fitting = legs.filter(({ start }) => start > left + 60)
  const titleEnd = Math.min(right, ...fitting.map(({ start }) => start)) - 10
  return (
    <g>
      <Words
        x={left}
        y={box.y + 20}
        size={13}
        weight={600}
        ink={dead ? '3' : '1'}
        maxWidth={Math.max(60, titleEnd - left)}
      >
        {row.title}
      </Words>
      <Words x={left} y={box.y + 37} size={11} mono={row.mono} ink={dead ? '3' : '2'} maxWidth={right - left - 60}>
        {row.condition}
      </Words>
      {fitting.map(({ leg, text, at }) => (
        <Words key={leg.id} x={at} y={box.y + 20} mono ink={inkOfLeg(leg, dead)} anchor="end">
          {text}
        </Words>
      ))}
      <Words x={right} y={box.y + 37} size={11} mono ink="3" anchor="end">
        {count(takenBy(row, drawing.tally))}
      </Words>
      {badges && <Badges x={left} y={badges.y} maxX={right} badges={row.badges} />}
    </g>
  )
}
