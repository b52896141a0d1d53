import type { Picture } from '../worker/protocol.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import { asksForMap } from './asks-for-map.ts'

/** Asks for the map of the mesh while it is shown: again for another text or another traffic. It opens with a large text. */
export function startMapSession({ document, map, picture, presenter, selection }: Stores, engine: Engine): void {
  /** The last text that was opened and could be read. */
  let opened: number | undefined
  const ask = async () => {
    map.getState().receive(await engine.meshMap())
  }
  const greet = (latest: Picture) => {
    const { first, ...text } = document.getState()
    if (text.opened === opened || picture.getState().text !== text.text) return
    opened = text.opened
    // What was left at a moment, or is presented, goes on there.
    const isElsewhere = first !== undefined || presenter.getState().step !== undefined
    const { receive, show } = map.getState()
    receive(undefined)
    show(!isElsewhere && asksForMap(latest))
  }
  map.subscribe((now, before) => {
    if (now.open && !before.open) void ask()
  })
  picture.subscribe((now, before) => {
    if (now.latest === before.latest || !now.latest || now.stale) return
    const wasOpen = map.getState().open
    greet(now.latest)
    // One that opens asks by itself.
    if (wasOpen && map.getState().open) void ask()
  })
  // Another caller, or a request to follow, is for the stage to show.
  selection.subscribe((now, before) => {
    const isFollowed = now.focus !== undefined && now.focus !== before.focus
    if (map.getState().open && (isFollowed || now.proxy !== before.proxy)) map.getState().show(false)
  })
}
