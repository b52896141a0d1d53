import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MapCall, MapFocus, MapNode, MeshMap } from '../../scene/index.ts'
import { waysBetween } from '../../scene/index.ts'
import type { ProxyId } from '../../core/base/ids.ts'
import controls from '../controls.module.css'
import { callRate, nameIn, shareText } from './map-words.ts'
import { WayList } from './WayList.tsx'
import styles from './MapSide.module.css'

type Way = Extract<MapFocus, { kind: 'way' }>

interface MapHopsProps {
  readonly map: MeshMap
  readonly way: Way
  readonly onEnter: (focus: MapFocus) => void
  /** To the stage on which a hop is decided, at the rules for it. */
  readonly onLookFrom: (proxy: ProxyId, card: string | undefined) => void
}

/** A way hop by hop: what share of a caller's requests goes on, and what decides it. */
export function MapHops({ map, way, onEnter, onLookFrom }: MapHopsProps): ReactNode {
  const ways = waysBetween(map, way.id, way.to)
  const hops = ways[way.nth] ?? []
  const nodes = new Map(map.nodes.map(node => [node.id, node]))
  return (
    <>
      <h2>
        {nameIn(way.id)} to {nameIn(way.to)}
      </h2>
      {ways.length > 1 && (
        <div className={styles['ways']} role="group" aria-label="Ways">
          <Turn by={-1} way={way} count={ways.length} onEnter={onEnter} />
          <span aria-live="polite">
            way {way.nth + 1} of {ways.length}
          </span>
          <Turn by={1} way={way} count={ways.length} onEnter={onEnter} />
        </div>
      )}
      <ol>
        {hops.map(hop => (
          <li key={hop.to}>
            <Hop hop={hop} caller={nodes.get(hop.from)} onLookFrom={onLookFrom} />
          </li>
        ))}
      </ol>
      <p>Each share is of what that caller sends: it sends its own requests. Press a hop for its stage.</p>
    </>
  )
}

interface TurnProps {
  readonly by: 1 | -1
  readonly way: Way
  readonly count: number
  readonly onEnter: (focus: MapFocus) => void
}

function Turn({ by, way, count, onEnter }: TurnProps): ReactNode {
  const Icon = by > 0 ? ChevronRight : ChevronLeft
  return (
    <button
      type="button"
      className={`${controls['button'] ?? ''} ${controls['small'] ?? ''} ${controls['square'] ?? ''}`}
      aria-label={by > 0 ? 'Next way' : 'Previous way'}
      onClick={() => onEnter({ ...way, nth: (way.nth + by + count) % count })}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}

interface HopProps {
  readonly hop: MapCall
  readonly caller: MapNode | undefined
  readonly onLookFrom: MapHopsProps['onLookFrom']
}

function Hop({ hop, caller, onLookFrom }: HopProps): ReactNode {
  const proxy = caller?.proxy
  const words = (
    <>
      <span className={styles['name']}>
        {nameIn(hop.from)} to {nameIn(hop.to)}
      </span>
      <span className={styles['figure']}>{shareText(hop.share)}</span>
      <span className={styles['aside']}>{callRate(hop)}</span>
    </>
  )
  return (
    <>
      {proxy === undefined ? (
        <span className={styles['row']}>{words}</span>
      ) : (
        <button type="button" className={styles['row']} onClick={() => onLookFrom(proxy, hop.ways[0]?.card)}>
          {words}
        </button>
      )}
      <WayList call={hop} />
    </>
  )
}
