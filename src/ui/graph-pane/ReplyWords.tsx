import type { ReactNode } from 'react'
import type { ReplyNode } from '../../scene/index.ts'
import { countOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { count } from './figures.ts'
import { ShapeMark } from './ShapeMark.tsx'
import { Words } from './Words.tsx'

/** An answer that the sidecar makes by itself, as configured. */
export function ReplyWords({ reply, drawing }: { readonly reply: ReplyNode; readonly drawing: Drawing }): ReactNode {
  const box = drawing.positions.boxes.get(reply.id)
  if (!box) return null
  return (
    <g>
      <ShapeMark outcome={reply.outcome} x={box.x + 17} y={box.y + 19} />
      <Words x={box.x + 28} y={box.y + 23} size={13} mono weight={600} maxWidth={box.width - 80}>
        {reply.label}
      </Words>
      <Words x={box.x + box.width - 12} y={box.y + 23} size={11} mono ink="3" anchor="end">
        {count(countOf(drawing, reply.id))}
      </Words>
      <Words x={box.x + 12} y={box.y + 40} size={11} ink="2" maxWidth={box.width - 22}>
        {reply.detail}
      </Words>
    </g>
  )
}
