import type { KeyboardEvent, ReactNode } from 'react'
import { MAP, holesAt } from '../../layout/index.ts'
import type { MapPositions } from '../../layout/index.ts'
import { arcPathData, lanePathData } from '../../render/index.ts'
import { toneOf } from '../../scene/index.ts'
import type { MapFocus, MapHole, MapNode, MeshMap } from '../../scene/index.ts'
import { HoleDepth, HOLE_DEPTH } from '../graph-pane/HoleMark.tsx'
import { ShapeMark } from '../graph-pane/ShapeMark.tsx'
import type { Ink } from '../graph-pane/Words.tsx'
import { Words } from '../graph-pane/Words.tsx'
import { nodeName, rateText, shareText } from './map-words.ts'
import styles from './MeshMap.module.css'

interface MapPictureProps {
  readonly view: MeshMap
  readonly positions: MapPositions
  readonly focus: MapFocus | undefined
  readonly onOpen: (node: MapNode) => void
}

/** Lanes by rate, a card a service or namespace, and a small hole under whoever answers instead. */
export function MapPicture({ view, positions, focus, onOpen }: MapPictureProps): ReactNode {
  return (
    <>
      <HoleDepth />
      {view.calls.map(({ from, to, ratePerSecond, lostPerSecond }) => {
        const path = positions.lanes.get(`${from}>${to}`)
        if (!path) return null
        const tone = lostPerSecond >= ratePerSecond && lostPerSecond > 0 ? 'lost' : 'ok'
        return (
          <path
            key={`${from}>${to}`}
            d={lanePathData(path.cubics)}
            fill="none"
            stroke={`var(--${tone}-lane)`}
            strokeWidth={path.width}
          >
            <title>{`${from} to ${to}: ${rateText(ratePerSecond)}${lostPerSecond > 0 ? `, ${rateText(lostPerSecond)} lost` : ''}`}</title>
          </path>
        )
      })}
      {view.nodes.map(node => (
        <Card
          key={node.id}
          node={node}
          holes={holesAt(view, node.id)}
          positions={positions}
          current={focus?.kind === 'node' && focus.id === node.id}
          onOpen={onOpen}
        />
      ))}
    </>
  )
}

interface CardProps {
  readonly node: MapNode
  readonly holes: readonly MapHole[]
  readonly positions: MapPositions
  readonly current: boolean
  readonly onOpen: (node: MapNode) => void
}

function Card({ node, holes, positions, current, onOpen }: CardProps): ReactNode {
  const box = positions.boxes.get(node.id)
  if (!box) return null
  const { members } = node
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(node)
  }
  const rate = rateText(node.ratePerSecond)
  const aside = asideOf(node, rate)
  return (
    <g
      className={styles['node']}
      role="button"
      tabIndex={0}
      aria-label={nodeName(node, holes)}
      aria-current={current || undefined}
      data-item={node.id}
      onClick={() => onOpen(node)}
      onKeyDown={onKeyDown}
    >
      {members !== undefined && (
        <rect className={styles['behind']} x={box.x + 4} y={box.y + 4} width={box.width} height={box.height} rx={10} />
      )}
      <rect className={styles['card']} x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
      <Words x={box.x + 12} y={box.y + 19} weight={600} maxWidth={box.width - 24} isName>
        {node.name}
      </Words>
      <Words x={box.x + 12} y={box.y + 36} size={11} mono ink="2">
        {rate}
      </Words>
      {aside !== '' && (
        <Words x={box.x + box.width - 12} y={box.y + 36} size={11} ink="3" anchor="end">
          {aside}
        </Words>
      )}
      {holes.slice(0, MAP.holes).map(hole => (
        <SmallHole key={hole.id} hole={hole} positions={positions} />
      ))}
    </g>
  )
}

/** How many services it stands for, or how many rules a service has, as far as there is room beside the rate. */
function asideOf({ members, rules }: MapNode, rate: string): string {
  if (members !== undefined) return rate.length > 6 ? String(members) : `${members} services`
  if (rules === 0) return ''
  return `${rules} ${rules === 1 ? 'rule' : 'rules'}`
}

/** The disc with its gauge, flag and share beside it. */
function SmallHole({ hole, positions }: { readonly hole: MapHole; readonly positions: MapPositions }): ReactNode {
  const at = positions.holes.get(hole.id)
  if (!at) return null
  const tone = toneOf(hole.outcome)
  const gauge = arcPathData(at.x, at.y, MAP.hole + 2, hole.share)
  const ink: Ink = tone === 'ghost' ? '2' : tone
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={MAP.hole + 2} fill="none" stroke={`var(--${tone}-lane)`} strokeWidth={3} />
      {gauge !== '' && <path d={gauge} fill="none" stroke={`var(--${tone})`} strokeWidth={3} />}
      <circle cx={at.x} cy={at.y} r={MAP.hole} fill={`url(#${HOLE_DEPTH})`} stroke={`var(--${tone})`} strokeWidth={1} />
      <ShapeMark outcome={hole.outcome} x={at.x} y={at.y} radius={5} opacity={1} />
      <Words x={at.x - 22} y={at.y - 2} size={12} mono weight={600} ink={ink} anchor="end" maxWidth={88}>
        {hole.label}
      </Words>
      <Words x={at.x - 22} y={at.y + 12} size={11} mono ink="2" anchor="end">
        {shareText(hole.share)}
      </Words>
    </g>
  )
}
