import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ProxyId } from '../../core/base/ids.ts'
import { MOST_NODES, mapRows } from '../../scene/index.ts'
import type { MapFocus, MeshMap } from '../../scene/index.ts'
import { nameIn } from './map-words.ts'
import { MapCalls } from './MapCalls.tsx'
import { MapHops } from './MapHops.tsx'
import { MapList } from './MapList.tsx'
import styles from './MapSide.module.css'

interface MapSideProps {
  readonly map: MeshMap
  readonly focus: MapFocus | undefined
  readonly onEnter: (focus: MapFocus) => void
  readonly onLookFrom: (proxy: ProxyId, card: string | undefined) => void
}

/** In words what is looked at: groups and services by loss, the calls of one, the hops of a way. Of a few services nothing. */
export function MapSide({ map, focus, onEnter, onLookFrom }: MapSideProps): ReactNode {
  const content = useMemo(() => {
    if (focus?.kind === 'way') return <MapHops map={map} way={focus} onEnter={onEnter} onLookFrom={onLookFrom} />
    if (focus?.kind === 'node') return <MapCalls map={map} id={focus.id} onEnter={onEnter} />
    if (map.nodes.length <= MOST_NODES) return undefined
    const title = focus
      ? `Services of ${nameIn(focus.id)}, most lost first`
      : `${map.by === undefined ? 'Namespaces' : 'Applications'}, most lost first`
    return <MapList title={title} rows={mapRows(map, focus?.id)} onEnter={onEnter} />
  }, [map, focus, onEnter, onLookFrom])
  return (
    content && (
      <aside className={styles['side']} aria-label="In words">
        {content}
      </aside>
    )
  )
}
