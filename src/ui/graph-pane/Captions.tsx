import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import type { Drawing } from './drawing.ts'
import { Words } from './Words.tsx'

interface CaptionProps {
  readonly box: Box | undefined
  readonly text: string
  readonly aside?: string
}

function Caption({ box, text, aside }: CaptionProps): ReactNode {
  if (!box) return null
  return (
    <Words x={box.x + 1} y={box.y - 11} size={11} weight={500} ink="2" aside={aside}>
      {text}
    </Words>
  )
}

/** What a column holds, in Istio's word and in Envoy's. */
export function Captions({ drawing: { whole: stage, positions } }: { readonly drawing: Drawing }): ReactNode {
  if (positions.orientation === 'down') return null
  const topmost = (ids: readonly string[]): Box | undefined =>
    ids
      .flatMap(id => positions.boxes.get(id) ?? [])
      .reduce<Box | undefined>((best, box) => (best && best.y <= box.y ? best : box), undefined)
  const workloads = topmost(stage.workloads.map(node => node.id))
  const columns = topmost([stage.client.id, ...stage.rules.map(node => node.id)])
  const kinds = new Set(stage.rules.flatMap(card => (card.resource ? (card.resourceKind ?? 'VirtualService') : [])))
  const rules = kinds.size > 0 ? [...kinds].join(', ') : 'No VirtualService'
  const subsets = stage.subsets.some(card => card.resource) ? 'DestinationRule' : 'No DestinationRule'
  return (
    <g>
      <Caption
        box={positions.boxes.get(stage.client.id)}
        text={stage.client.sends?.assumed ? 'Assumed client' : 'Client'}
      />
      <Caption box={topmost(stage.rules.map(node => node.id))} text={rules} aside="routes" />
      <Caption box={topmost(stage.subsets.map(node => node.id))} text={subsets} aside="clusters" />
      <Caption box={workloads && columns && { ...workloads, y: Math.min(columns.y, workloads.y) }} text="Workloads" />
    </g>
  )
}
