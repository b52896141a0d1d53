import { useStore } from 'zustand'
import { MeshMapPane } from '../ui/mesh-map/MeshMapPane.tsx'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import { useStores } from '../ui/stores.ts'

interface MappingProps {
  readonly actions: Pick<PageActions, 'toggleMap' | 'toggleTable' | 'showExport'>
  readonly reach: Reach
  /** No motion but by hand. */
  readonly still: boolean
}

/** The map over the stores. */
export function Mapping({ actions, reach, still }: MappingProps) {
  const { map: store, selection, view } = useStores()
  const asTable = useStore(view, state => state.asTable)
  const { map, trail, searches, enter, backTo } = useStore(store)
  return (
    <MeshMapPane
      map={map}
      trail={trail}
      searches={searches}
      still={still}
      asTable={asTable}
      onEnter={enter}
      onBackTo={backTo}
      onLookFrom={(proxy, card) => {
        actions.toggleMap()
        selection.getState().lookFrom(proxy)
        if (card !== undefined) selection.getState().select(card)
      }}
      onControls={reach.setControls}
      onExport={actions.showExport}
      onTable={actions.toggleTable}
      onClose={actions.toggleMap}
    />
  )
}
