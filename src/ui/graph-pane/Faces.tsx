import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import { isOff } from '../../scene/index.ts'
import type { PodDot, RulesNode } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import styles from './parts.module.css'

interface FaceProps {
  readonly box: Box
  readonly assumed?: string | undefined
}

/** An empty card. What is assumed has a dashed edge. */
function Face({ box, assumed }: FaceProps): ReactNode {
  const classes = assumed === undefined ? styles['card'] : `${styles['card']} ${styles['assumed']}`
  return <rect className={classes} x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
}

interface PodFaceProps {
  readonly pod: PodDot
  readonly assumed: string | undefined
  readonly drawing: Drawing
}

/** A pod that gets nothing is no card, only its outline. */
function PodFace({ pod, assumed, drawing: { positions, moment } }: PodFaceProps): ReactNode {
  const box = positions.boxes.get(pod.id)
  if (!box) return null
  const state = moment.pods.get(pod.id)
  if (state ? !isOff(state) : pod.ready) return <Face box={box} assumed={assumed} />
  return <rect className={styles['podDown']} x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
}

export const GUTTER = 34

/** The gutter for the spine, and a hairline above each rule. */
function RulesFace({ card, drawing }: { readonly card: RulesNode; readonly drawing: Drawing }): ReactNode {
  const { boxes } = drawing.positions
  const box = boxes.get(card.id)
  if (!box) return null
  const { x, y, width, height } = box
  const gutter = `M${x + 0.5} ${y + 10}q0-9.5 9.5-9.5H${x + GUTTER}V${y + height - 0.5}H${x + 10}q-9.5 0-9.5-9.5Z`
  return (
    <g>
      <Face box={box} assumed={card.assumed} />
      <path className={styles['gutter']} d={gutter} />
      {card.rows.map(row => {
        const at = boxes.get(row.id)?.y
        return at === undefined ? null : (
          <path key={row.id} className={styles['hair']} d={`M${x + GUTTER} ${at}H${x + width}`} />
        )
      })}
    </g>
  )
}

/** Cards without words; lanes that run through them lie between these and the words. */
export function Faces({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { stage, positions } = drawing
  const { boxes } = positions
  const down = positions.orientation === 'down'
  const face = (id: string, assumed: string | undefined): ReactNode => {
    const box = boxes.get(id)
    return box && <Face key={id} box={box} assumed={assumed} />
  }
  return (
    <g>
      {face(stage.client.id, stage.client.assumed)}
      {stage.rules.map(card => (
        <RulesFace key={card.id} card={card} drawing={drawing} />
      ))}
      {stage.subsets.map(card => {
        const box = boxes.get(card.id)
        if (down) return card.rows.map(row => face(row.id, card.assumed))
        return (
          box && (
            <g key={card.id}>
              <Face box={box} assumed={card.assumed} />
              {card.rows.map(row => {
                const at = boxes.get(row.id)?.y
                return at === undefined ? null : (
                  <path key={row.id} className={styles['hair']} d={`M${box.x} ${at}H${box.x + box.width}`} />
                )
              })}
            </g>
          )
        )
      })}
      {stage.replies.map(reply => face(reply.id, reply.assumed))}
      {stage.workloads.map(workload =>
        positions.podView && workload.pods.length > 0
          ? workload.pods.map(pod => <PodFace key={pod.id} pod={pod} assumed={workload.assumed} drawing={drawing} />)
          : face(workload.id, workload.assumed),
      )}
    </g>
  )
}
