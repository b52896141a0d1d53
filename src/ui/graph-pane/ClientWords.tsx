import type { ReactNode } from 'react'
import type { Drawing } from './drawing.ts'
import { rate, setPercent } from './figures.ts'
import { Words } from './Words.tsx'

export function ClientWords({ drawing: { stage, positions } }: { readonly drawing: Drawing }): ReactNode {
  const { client } = stage
  const box = positions.boxes.get(client.id)
  if (!box) return null
  const room = box.width - 22
  if (positions.orientation === 'down')
    return (
      <g>
        <Words x={box.x + 14} y={box.y + box.height / 2 + 5} size={13} weight={600} maxWidth={room - 40}>
          {client.name}
        </Words>
        <Words x={box.x + box.width - 12} y={box.y + box.height / 2 + 5} size={11} mono ink="3" anchor="end">
          {`${Number(client.ratePerSecond.toFixed(1))}/s`}
        </Words>
      </g>
    )
  const lines = Math.max(0, Math.floor((box.height - 44) / 17))
  const shown = client.classes.length <= lines ? client.classes : client.classes.slice(0, Math.max(0, lines - 1))
  const rest = client.classes.length - shown.length
  return (
    <g>
      <Words x={box.x + 12} y={box.y + 20} weight={600} maxWidth={room}>
        {client.name}
      </Words>
      <Words x={box.x + 12} y={box.y + 37} size={11} mono ink="3">
        {rate(client.ratePerSecond)}
      </Words>
      {shown.map((each, i) => (
        <Words key={each.id} x={box.x + 12} y={box.y + 57 + i * 17} size={11} ink="2" maxWidth={room}>
          {`${setPercent(each.share)} ${each.label}`}
        </Words>
      ))}
      {rest > 0 && lines > 0 && (
        <Words x={box.x + 12} y={box.y + 57 + shown.length * 17} size={11} ink="3">
          {`+${rest} more`}
        </Words>
      )}
    </g>
  )
}
