import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { MapNode, MeshMap } from '../../scene/index.ts'
import { Tables } from '../stage-table/StageTables.tsx'
import { mapTables } from './map-tables.ts'
import styles from './MeshMap.module.css'

interface MapTablesProps {
  readonly view: MeshMap
  readonly onOpen: (node: MapNode) => void
}

/** What the map shows as tables, in the place of the picture; a name leads where its card does. */
export function MapTables({ view, onOpen }: MapTablesProps): ReactNode {
  const tables = useMemo(() => mapTables(view), [view])
  return (
    <div className={styles['tables']} role="region" aria-label="Tables" tabIndex={0}>
      <Tables
        tables={tables}
        onOpen={id => {
          const node = view.nodes.find(each => each.id === id)
          if (node) onOpen(node)
        }}
      />
    </div>
  )
}
