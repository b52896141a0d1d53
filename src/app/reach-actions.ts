import { addRequest, labelOf } from '../ui/inspector/edit-traffic.ts'
import { chapterAt } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import type { RowReach } from '../worker/protocol.ts'

/** What is done about rules that no request reaches. */
export function reachActions(stores: Stores, engine: Engine) {
  const { playback, selection, traffic, view } = stores
  const reachRow = async (row: string): Promise<void> => {
    const { run, nowMs, play } = playback.getState()
    if (!run) return
    const reach = await engine.reach(row, nowMs())
    const before = traffic.getState().own
    const client = run.picture.traffic.clients.find(({ proxy }) => proxy === run.picture.proxy)
    if (reach?.kind !== 'request' || !client) {
      view.getState().show({ reached: reach && { row, words: wordsOf(reach) }, notice: { text: wordsOf(reach) } })
      return
    }
    traffic.getState().use(addRequest(run.picture.traffic, client.id, reach.request))
    play(true)
    const undo = { title: 'Undo', run: () => traffic.getState().use(before) }
    const text = `Added a request that the rule takes: ${labelOf(reach.request)}.`
    view.getState().show({ reached: undefined, notice: { text, action: undo } })
  }
  return {
    reachRow,
    reachHere: () => {
      const { hovered, selected } = selection.getState()
      const stage = chapterAt(playback.getState().run, playback.getState().nowMs())?.stage
      const rows = stage?.rules.flatMap(card => (card.resource ? card.rows : [])) ?? []
      const isOf = (id: string | undefined) => rows.find(row => row.id === id || row.legs.some(leg => leg.id === id))
      const row = isOf(hovered) ?? isOf(selected)
      if (row) void reachRow(row.id)
      else view.getState().show({ notice: { text: 'No rule of the picture is at the cursor.' } })
    },
  }
}

/** Why no request was added; a proof says that it is one. */
export function wordsOf(reach: RowReach | undefined): string {
  switch (reach?.kind) {
    case 'shadowed':
      return `Proven: no request can. ${list(reach.by)} ${reach.by.length === 1 ? 'takes' : 'take'} all that it matches.`
    case 'absent':
      return `Proven: no request from here reaches it, as istiod gives this proxy no route for it (${reach.because}).`
    case 'request':
      return 'A request reaches it.'
    case 'not-found':
    case undefined:
      return 'No request found, and no proof that none can.'
  }
}

const list = (names: readonly string[]): string => {
  const text = names.join(' and ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
