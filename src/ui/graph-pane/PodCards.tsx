import type { ReactNode } from 'react'
import { shapePathData } from '../../render/index.ts'
import type { PodDot, WorkloadNode } from '../../scene/index.ts'
import { isOff } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import { cardWords } from './pod-card-words.ts'
import { PodMark } from './PodMark.tsx'
import { Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

const DOT = { x: 36, radius: 20 } as const
const AS_SEEN = 'as this sidecar sees it'
const TEXT_X = 68
const PAD = 14
/** More errors than this are told as a number alone. */
const MOST_DIAMONDS = 8
const DIAMOND = { size: 4, pitch: 13 } as const

/** The pods of a workload in the pod view: a card each, with what this sidecar knows of it at the moment. */
export function PodCards(props: { readonly workload: WorkloadNode; readonly drawing: Drawing }): ReactNode {
  const { workload, drawing } = props
  const { boxes } = drawing.positions
  const box = boxes.get(workload.id)
  if (!box) return null
  const more = boxes.get(`${workload.id}#more`)
  const shown = workload.pods.filter(pod => boxes.has(pod.id))
  return (
    <g>
      <Words x={box.x + 1} y={box.y + 18} weight={600} maxWidth={box.width - 140} isName aside={AS_SEEN}>
        {workload.name}
      </Words>
      {shown.map(pod => (
        <PodCard key={pod.id} pod={pod} drawing={drawing} />
      ))}
      {more && (
        <Words x={more.x + 1} y={more.y + 18} size={11} ink="2">
          {`and ${workload.pods.length - shown.length} more pods`}
        </Words>
      )}
    </g>
  )
}

function PodCard({ pod, drawing }: { readonly pod: PodDot; readonly drawing: Drawing }): ReactNode {
  const { positions, moment, pools } = drawing
  const box = positions.boxes.get(pod.id)
  if (!box) return null
  const { x, y, width, height } = box
  const right = x + width - PAD
  const errors = pools?.pods.get(pod.id)?.errors
  const off = isOff(moment.pods.get(pod.id)) || !pod.ready
  const words = cardWords(pod, moment, pools)
  return (
    <g>
      <PodMark pod={pod} x={x + DOT.x} y={y + height / 2} radius={DOT.radius} drawing={drawing} />
      <Words
        x={x + TEXT_X}
        y={y + 31}
        mono
        weight={600}
        ink={off ? '2' : '1'}
        maxWidth={right - x - TEXT_X - widthOf(words.aside, 11) - 8}
        isName
      >
        {pod.name}
      </Words>
      <Words x={right} y={y + 31} size={11} ink="3" anchor="end">
        {words.aside}
      </Words>
      <Words x={x + TEXT_X} y={y + 51} ink={words.isBad ? 'app' : '2'} maxWidth={right - x - TEXT_X}>
        {words.state}
      </Words>
      {words.left !== undefined && (
        <Words x={right} y={y + 51} size={11} ink="3" anchor="end">
          {words.left}
        </Words>
      )}
      {errors && !off && errors.threshold <= MOST_DIAMONDS && (
        <g data-testid="errors-in-a-row">
          {Array.from({ length: errors.threshold }, (_, i) => (
            <path
              key={i}
              className={styles[i < errors.count ? 'errorMade' : 'errorLeft']}
              d={shapePathData('diamond', DIAMOND.size)}
              transform={`translate(${right - DIAMOND.size - (errors.threshold - 1 - i) * DIAMOND.pitch} ${y + 47})`}
            />
          ))}
        </g>
      )}
    </g>
  )
}
