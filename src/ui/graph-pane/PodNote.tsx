import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import { wrap } from '../../layout/index.ts'
import { CAUSE_FONT } from '../../layout/wrap.ts'
import { faultSentences, stateSentences } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import { placeNote } from './place-note.ts'
import { Words, measure } from './Words.tsx'
import styles from './parts.module.css'

const WIDTH = 236
const PAD = 12
const LINE = 17

interface NoteProps {
  /** What is pointed at, or chosen. */
  readonly id: string | undefined
  readonly drawing: Drawing
}

/** Why a pod gets nothing, beneath its workload or where nothing is covered, while it is pointed at, focused or chosen. */
export function PodNote({ id, drawing }: NoteProps): ReactNode {
  const { stage, moment, positions } = drawing
  const workload = id === undefined ? undefined : stage.workloads.find(each => each.pods.some(pod => pod.id === id))
  const pod = workload?.pods.find(each => each.id === id)
  const box = workload && positions.boxes.get(positions.podView ? (id ?? '') : workload.id)
  if (!pod || !box) return null
  const sentences = [...stateSentences(moment.pods.get(pod.id), moment.nowMs), ...faultSentences(moment, pod.id)]
  const lines = sentences.flatMap(text => wrap(text, WIDTH - 2 * PAD, CAUSE_FONT, measure))
  if (lines.length === 0) return null
  const height = 34 + lines.length * LINE
  const { x, y } = placeNote(box, { width: WIDTH, height }, { solid: solidOf(drawing), size: positions.size })
  return (
    <g data-testid="pod-note">
      <rect className={styles['card']} x={x} y={y} width={WIDTH} height={height} rx={8} />
      <Words x={x + PAD} y={y + 20} mono weight={600} maxWidth={WIDTH - 2 * PAD} isName>
        {pod.name}
      </Words>
      {lines.map((line, i) => (
        <Words key={i} x={x + PAD} y={y + 20 + (i + 1) * LINE} ink="2">
          {line}
        </Words>
      ))}
    </g>
  )
}

const solidOf = ({ stage, positions: { boxes } }: Drawing): readonly Box[] =>
  [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.replies, ...stage.holes].flatMap(node =>
    [boxes.get(node.id), boxes.get(`${node.id}#label`)].filter(box => box !== undefined),
  )
