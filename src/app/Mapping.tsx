import { useStore } from 'zustand'
import { MeshMapPane } from '../ui/mesh-map/MeshMapPane.tsx'
import type { Reach } from './reach.ts'
import { useStores } from '../ui/stores.ts'

/** The map over the stores. */
export function Mapping({ reach }: { readonly reach: Reach }) {
  const { map: store, selection } = useStores()
  const { map, trail, searches, enter, backTo, show } = useStore(store)
  return (
    <MeshMapPane
      map={map}
      trail={trail}
      searches={searches}
      onEnter={enter}
      onBackTo={backTo}
      onLookFrom={proxy => {
        selection.getState().lookFrom(proxy)
        show(false)
      }}
      onControls={reach.setControls}
      onClose={() => {
        show(false)
      }}
    />
  )
}
