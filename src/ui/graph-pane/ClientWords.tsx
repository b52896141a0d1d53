import type { ReactNode } from 'react'
import type { Drawing } from './drawing.ts'
import { CLASS_PAD, classLines, heightOf } from '../../layout/index.ts'
import { pace } from './figures.ts'
import { Words, measure } from './Words.tsx'

export function ClientWords({ drawing: { stage, positions } }: { readonly drawing: Drawing }): ReactNode {
  const { client } = stage
  const isAssumed = client.sends?.assumed !== undefined
  const box = positions.boxes.get(client.id)
  if (!box) return null
  const room = box.width - 22
  if (positions.orientation === 'down')
    return (
      <g>
        <Words
          x={box.x + 14}
          y={box.y + box.height / 2 + 5}
          size={13}
          weight={600}
          maxWidth={room - (isAssumed ? 54 : 40)}
          isName
        >
          {client.name}
        </Words>
        <Words
          x={box.x + box.width - 12}
          y={box.y + box.height / 2 + (isAssumed ? -3 : 5)}
          size={11}
          mono
          ink="3"
          anchor="end"
        >
          {client.ratePerSecond > 0 ? `${Number(client.ratePerSecond.toFixed(1))}/s` : `${client.atOnce ?? 0} ×`}
        </Words>
        {isAssumed && (
          <Words x={box.x + box.width - 12} y={box.y + box.height / 2 + 13} size={11} ink="3" anchor="end">
            assumed
          </Words>
        )}
      </g>
    )
  const { shown, rest } = classLines(client, measure)
  const tops: number[] = []
  const end = shown.reduce((y, { lines }) => {
    tops.push(y)
    return y + heightOf(lines)
  }, box.y + 57)
  return (
    <g>
      <Words x={box.x + 12} y={box.y + 20} weight={600} maxWidth={room} isName>
        {client.name}
      </Words>
      <Words x={box.x + 12} y={box.y + 37} size={11} mono ink="3">
        {pace(client)}
      </Words>
      {shown.map(({ id, lines }, i) =>
        lines.map((line, j) => (
          <Words
            key={`${id} ${String(j)}`}
            x={box.x + CLASS_PAD + 2}
            y={(tops[i] ?? 0) + j * 14}
            size={11}
            ink={lines.length > 1 && j === 0 ? '3' : '2'}
            maxWidth={box.width - 2 * CLASS_PAD}
            isName
          >
            {line}
          </Words>
        )),
      )}
      {rest > 0 && (
        <Words x={box.x + 12} y={end} size={11} ink="3">
          {`+${rest} more`}
        </Words>
      )}
    </g>
  )
}
