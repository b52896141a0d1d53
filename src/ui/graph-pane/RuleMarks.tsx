import type { ReactNode } from 'react'
import { RULE_MARK_STROKES } from '../../render/index.ts'
import type { RuleMark } from '../../render/index.ts'
import type { Drawing } from './drawing.ts'
import type { MarkNow } from './marks-by.ts'
import { Words } from './Words.tsx'
import styles from './parts.module.css'

/** A rule's node on the spine: its number, or what the followed request did there. */
function SpineNode(props: { readonly x: number; readonly y: number; readonly mark: RuleMark | number }): ReactNode {
  const { x, y, mark } = props
  if (typeof mark === 'number')
    return (
      <g>
        <circle className={styles['node']} cx={x} cy={y} r={8} />
        <Words x={x} y={y + 4} size={11} weight={500} ink="2" anchor="middle">
          {String(mark)}
        </Words>
      </g>
    )
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={styles[mark]} r={mark === 'matched' ? 7 : 6.5} />
      {mark !== 'never' && (
        <path className={styles[mark === 'matched' ? 'check' : 'dash']} d={RULE_MARK_STROKES[mark]} />
      )}
    </g>
  )
}

/** Nodes of all rules. Where nobody is followed, rules that no request can reach are dashed already. */
export function RuleMarks(props: {
  readonly drawing: Drawing
  readonly marks: ReadonlyMap<string, MarkNow> | undefined
}): ReactNode {
  const { drawing, marks } = props
  const { boxes, orientation } = drawing.positions
  return drawing.stage.rules.flatMap(card => {
    const cardBox = boxes.get(card.id)
    const tried = marks !== undefined && card.rows.some(row => marks.has(row.id))
    return card.rows.map((row, i) => {
      const box = boxes.get(row.id)
      if (!box || !cardBox) return null
      const made = tried ? (marks.get(row.id) ?? 'never') : row.state === 'unreachable' ? 'never' : 'ahead'
      const mark = made === 'ahead' ? (row.number ?? i + 1) : made
      return <SpineNode key={row.id} x={cardBox.x + 17} y={box.y + (orientation === 'down' ? 24 : 20)} mark={mark} />
    })
  })
}
