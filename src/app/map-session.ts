import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'

/** Asks for the map of the mesh while it is shown: again for another text or another traffic. */
export function startMapSession({ map, picture }: Stores, engine: Engine): void {
  const ask = async () => {
    map.getState().receive(await engine.meshMap())
  }
  map.subscribe((now, before) => {
    if (now.open && !before.open) void ask()
  })
  picture.subscribe((now, before) => {
    if (map.getState().open && now.latest !== before.latest && !now.stale) void ask()
  })
}
