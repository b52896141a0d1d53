import { useStore } from 'zustand'
import { MeshMapPane } from '../ui/mesh-map/MeshMapPane.tsx'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import { useStores } from '../ui/stores.ts'

interface MappingProps {
  readonly actions: Pick<PageActions, 'toggleMap' | 'showExport'>
  readonly reach: Reach
  /** No motion but by hand. */
  readonly still: boolean
}

/** The map over the stores. */
export function Mapping({ actions, reach, still }: MappingProps) {
  const { map: store, selection } = useStores()
  const { map, trail, searches, enter, backTo } = useStore(store)
  return (
    <MeshMapPane
      map={map}
      trail={trail}
      searches={searches}
      still={still}
      onEnter={enter}
      onBackTo={backTo}
      onLookFrom={(proxy, card) => {
        actions.toggleMap()
        selection.getState().lookFrom(proxy)
        if (card !== undefined) selection.getState().select(card)
      }}
      onControls={reach.setControls}
      onExport={actions.showExport}
      onClose={actions.toggleMap}
    />
  )
}
