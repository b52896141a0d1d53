import { memo } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { MAP, holesAt, laneKey } from '../../layout/index.ts'
import type { LanePath } from '../../layout/index.ts'
import { arcPathData, lanePathData } from '../../render/index.ts'
import type { MapFrame } from '../../render/index.ts'
import { toneOf } from '../../scene/index.ts'
import type { MapCall, MapFocus, MapHole, MapNode, MeshMap } from '../../scene/index.ts'
import { HoleDepth, HOLE_DEPTH } from '../graph-pane/HoleMark.tsx'
import { ShapeMark } from '../graph-pane/ShapeMark.tsx'
import type { Ink } from '../graph-pane/Words.tsx'
import { Words } from '../graph-pane/Words.tsx'
import { callRate, nameIn, nodeName, nodeRate, rateText, shareText } from './map-words.ts'
import styles from './MeshMap.module.css'

interface MapPictureProps {
  readonly view: MeshMap
  readonly frame: MapFrame
  readonly focus: MapFocus | undefined
  /** Too small for more than names. */
  readonly far: boolean
  readonly onOpen: (node: MapNode) => void
}

/** Lanes by rate, a card a service or group, and a small hole under whoever answers instead. */
export const MapPicture = memo(function MapPicture({ view, frame, focus, far, onOpen }: MapPictureProps): ReactNode {
  const { positions, fresh, shown } = frame
  const opacity = (id: string): number | undefined => (fresh.has(id) ? shown : undefined)
  const isLabelled = (focus?.kind === 'node' || focus?.kind === 'way') && !far
  const lanes = view.calls.flatMap(call => {
    const path = positions.lanes.get(laneKey(call))
    return path ? [{ call, path }] : []
  })
  return (
    <>
      <HoleDepth />
      {lanes.map(({ call, path }) => {
        const { from, to, lostPerSecond } = call
        const tone = isAllLost(call) ? 'lost' : 'ok'
        const lost = lostPerSecond > 0 ? `, ${rateText(lostPerSecond)} lost` : ''
        return (
          <path
            key={laneKey(call)}
            d={lanePathData(path.cubics)}
            fill="none"
            stroke={`var(--${tone}-lane)`}
            strokeWidth={path.width}
            strokeDasharray={call.assumed ? '8 4' : undefined}
            opacity={opacity(laneKey(call))}
          >
            <title>{`${from} to ${to}: ${call.assumed ? 'assumed ' : ''}${callRate(call)}, ${shareText(call.share)} of what ${nameIn(from)} sends${lost}`}</title>
          </path>
        )
      })}
      {view.nodes.map(node => (
        <Card
          key={node.id}
          node={node}
          holes={holesAt(view, node.id)}
          frame={frame}
          far={far}
          by={view.by}
          current={focus?.kind === 'node' && focus.id === node.id}
          onOpen={onOpen}
        />
      ))}
      {isLabelled &&
        lanes.map(({ call, path }) => (
          <g key={laneKey(call)} className={styles['share']} opacity={opacity(laneKey(call))}>
            <Share call={call} path={path} atEnd={focus.kind === 'node' && call.from === focus.id} />
          </g>
        ))}
    </>
  )
})

const isAllLost = ({ ratePerSecond, lostPerSecond, ways }: MapCall): boolean =>
  ratePerSecond > 0 ? lostPerSecond >= ratePerSecond : ways.length > 0 && ways.every(({ loss }) => loss !== undefined)

/** The share of what the caller sends, beside the lane, at the end where no other lane is; over what runs back, in its middle. */
function Share({ call, path, atEnd }: { readonly call: MapCall; readonly path: LanePath; readonly atEnd: boolean }) {
  const back = path.cubics.find(each => each[6] < each[0] - 60)
  if (back)
    return (
      <Words x={(back[0] + back[6]) / 2} y={back[1] - path.width / 2 - 4} size={11} mono ink="2" anchor="middle">
        {shareText(call.share)}
      </Words>
    )
  const cubic = atEnd ? path.cubics.at(-1) : path.cubics[0]
  if (!cubic) return null
  // On the side from which the lane does not come, or to which it does not go.
  const rises = cubic[7] < cubic[1] - 1
  const falls = cubic[7] > cubic[1] + 1
  const isBelow = atEnd ? falls : rises
  const [x, y] = atEnd ? [cubic[6] - 7, cubic[7]] : [cubic[0] + 7, cubic[1]]
  const away = path.width / 2
  return (
    <Words x={x} y={isBelow ? y + away + 12 : y - away - 4} size={11} mono ink="2" anchor={atEnd ? 'end' : 'start'}>
      {shareText(call.share)}
    </Words>
  )
}

interface CardProps {
  readonly node: MapNode
  readonly holes: readonly MapHole[]
  readonly frame: MapFrame
  readonly far: boolean
  readonly by: MeshMap['by']
  readonly current: boolean
  readonly onOpen: (node: MapNode) => void
}

function Card({ node, holes, frame, far, by, current, onOpen }: CardProps): ReactNode {
  const box = frame.positions.boxes.get(node.id)
  if (!box) return null
  const { members } = node
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(node)
  }
  const rate = nodeRate(node)
  const aside = asideOf(node, rate)
  return (
    <g
      className={styles['node']}
      role="button"
      tabIndex={0}
      aria-label={nodeName(node, holes, by)}
      aria-current={current || undefined}
      data-item={node.id}
      opacity={frame.fresh.has(node.id) ? frame.shown : undefined}
      onClick={() => onOpen(node)}
      onKeyDown={onKeyDown}
    >
      {members !== undefined && (
        <rect className={styles['behind']} x={box.x + 4} y={box.y + 4} width={box.width} height={box.height} rx={10} />
      )}
      <rect
        className={styles['card']}
        data-assumed={node.assumed ?? node.assumesTraffic}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={10}
      />
      {far ? (
        <Words x={box.x + 10} y={box.y + 29} size={15} weight={600} maxWidth={box.width - 20} isName>
          {node.name}
        </Words>
      ) : (
        <>
          <Words x={box.x + 12} y={box.y + 19} size={13} weight={600} maxWidth={box.width - 24} isName>
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
        </>
      )}
      {holes.slice(0, MAP.holes).map(hole => (
        <SmallHole key={hole.id} hole={hole} frame={frame} far={far} />
      ))}
    </g>
  )
}

/** How many services it stands for, or how many rules a service has, as far as there is room beside the rate. */
function asideOf({ members, rules, assumed, assumesTraffic }: MapNode, rate: string): string {
  if (assumed ?? assumesTraffic) return 'assumed'
  if (members !== undefined) return rate.length > 6 ? String(members) : `${members} services`
  if (rules === 0 || rate.length > 8) return ''
  return `${rules} ${rules === 1 ? 'rule' : 'rules'}`
}

/** The disc with its gauge, flag and share beside it. */
function SmallHole({ hole, frame, far }: Pick<CardProps, 'frame' | 'far'> & { readonly hole: MapHole }): ReactNode {
  const at = frame.positions.holes.get(hole.id)
  if (!at) return null
  const tone = toneOf(hole.outcome)
  const gauge = arcPathData(at.x, at.y, MAP.hole + 2, hole.share)
  const ink: Ink = tone === 'ghost' ? '2' : tone
  return (
    <g opacity={frame.fresh.has(hole.id) ? frame.shown : undefined}>
      <circle cx={at.x} cy={at.y} r={MAP.hole + 2} fill="none" stroke={`var(--${tone}-lane)`} strokeWidth={3} />
      {gauge !== '' && <path d={gauge} fill="none" stroke={`var(--${tone})`} strokeWidth={3} />}
      <circle cx={at.x} cy={at.y} r={MAP.hole} fill={`url(#${HOLE_DEPTH})`} stroke={`var(--${tone})`} strokeWidth={1} />
      <ShapeMark outcome={hole.outcome} x={at.x} y={at.y} radius={5} opacity={1} />
      <Words
        x={at.x - 22}
        y={far ? at.y + 5 : at.y - 2}
        size={far ? 15 : 12}
        mono
        weight={600}
        ink={ink}
        anchor="end"
        maxWidth={88}
      >
        {hole.label}
      </Words>
      {!far && (
        <Words x={at.x - 22} y={at.y + 12} size={11} mono ink="2" anchor="end">
          {shareText(hole.share)}
        </Words>
      )}
    </g>
  )
}
