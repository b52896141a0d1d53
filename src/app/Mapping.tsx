import { useMemo } from 'react'
import { useStore } from 'zustand'
import { MOST_NODES, groupingsOf } from '../scene/index.ts'
import { groupedMap } from '../state/index.ts'
import { MeshMapPane } from '../ui/mesh-map/MeshMapPane.tsx'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import { useStores } from '../ui/stores.ts'

interface MappingProps {
  readonly actions: Pick<PageActions, 'toggleMap' | 'toggleTable' | 'writeAssumed' | 'showExport'>
  readonly reach: Reach
  /** No motion but by hand. */
  readonly still: boolean
}

/** The map over the stores. */
export function Mapping({ actions, reach, still }: MappingProps) {
  const { map: store, selection, view } = useStores()
  const asTable = useStore(view, state => state.asTable)
  const { map: whole, by, trail, searches, enter, backTo, groupBy } = useStore(store)
  const map = useMemo(() => whole && groupedMap(whole, by), [whole, by])
  const groupings = useMemo(() => (whole && whole.nodes.length > MOST_NODES ? groupingsOf(whole) : []), [whole])
  return (
    <MeshMapPane
      map={map}
      groupings={groupings}
      trail={trail}
      searches={searches}
      still={still}
      asTable={asTable}
      onEnter={enter}
      onGroupBy={groupBy}
      onBackTo={backTo}
      onLookFrom={(proxy, card) => {
        actions.toggleMap()
        selection.getState().lookFrom(proxy)
        if (card !== undefined) selection.getState().select(card)
      }}
      onControls={reach.setControls}
      onWrite={() => {
        void actions.writeAssumed()
      }}
      onExport={actions.showExport}
      onTable={actions.toggleTable}
      onClose={actions.toggleMap}
    />
  )
}
