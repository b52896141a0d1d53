import type { ReactNode } from 'react'
import type { WorkloadNode } from '../../scene/index.ts'
import { backWord, podTail, shortFault, stateWords } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import { shortPodCount } from './pod-count.ts'
import { PodCards } from './PodCards.tsx'
import { PodMark } from './PodMark.tsx'
import { NameWords, Words } from './Words.tsx'
import styles from './parts.module.css'

const FREE_PLACES = 3

/** A workload with its pods as dots; the number in a dot is how many requests it serves now. */
export function WorkloadWords(props: { readonly workload: WorkloadNode; readonly drawing: Drawing }): ReactNode {
  const { workload, drawing } = props
  const { boxes, orientation } = drawing.positions
  const box = boxes.get(workload.id)
  if (!box) return null
  if (drawing.positions.podView && workload.pods.length > 0) return <PodCards {...props} />
  const more = boxes.get(`${workload.id}#more`)
  const placed = workload.pods.slice(0, more ? 2 : FREE_PLACES).filter(pod => boxes.has(pod.id))
  const last = placed.at(-1)
  const lastBox = last && boxes.get(last.id)
  const middleY = lastBox ? lastBox.y + lastBox.height / 2 : box.y + (orientation === 'down' ? 41 : 54)
  const hidden = workload.pods.length - placed.length
  const { moment } = drawing
  const note = shortPodCount(workload, moment) ?? shortFault(moment, workload.pods) ?? backNote(workload, drawing)
  return (
    <g>
      {orientation === 'down' ? (
        <Words x={box.x + 12} y={box.y + 20} weight={600} maxWidth={box.width - 20} isName>
          {workload.name}
        </Words>
      ) : (
        <NameWords x={box.x + 12} y={box.y + 24} maxWidth={box.width - 20}>
          {workload.name}
        </NameWords>
      )}
      {placed.map(pod => {
        const at = boxes.get(pod.id)
        if (!at) return null
        const x = at.x + at.width / 2
        const y = at.y + at.height / 2
        return <PodMark key={pod.id} pod={pod} x={x} y={y} radius={at.width / 2} drawing={drawing} />
      })}
      {note !== undefined && orientation === 'across' && (
        <Words x={box.x + 12} y={box.y + box.height - 5} size={11} ink="2" maxWidth={box.width - 14}>
          {note}
        </Words>
      )}
      {hidden > 0 && more && (
        <Words x={more.x + more.width / 2} y={middleY + 4} size={11} mono ink="2" anchor="middle">
          {`+${hidden}`}
        </Words>
      )}
      {workload.pods.length === 0 && workload.place === 'mesh' && (
        <g>
          <circle className={styles['podNotReady']} cx={box.x + 23} cy={middleY} r={11} />
          <Words x={box.x + 40} y={middleY + 4} size={11} ink="3">
            no pods
          </Words>
        </g>
      )}
      {workload.place === 'outside' && placed.length === 0 && (
        <Words x={box.x + 12} y={middleY + 4} size={11} ink="3" maxWidth={box.width - 20}>
          external
        </Words>
      )}
    </g>
  )
}

/** `v1-0 is back`, for a moment. */
function backNote({ pods }: WorkloadNode, { moment }: Drawing): string | undefined {
  for (const { id, name } of pods) {
    const state = moment.pods.get(id)
    if (state?.kind === 'back' && stateWords(state, moment.nowMs)) return `${podTail(name)} is ${backWord(state)}`
  }
  return undefined
}
