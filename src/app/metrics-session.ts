import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'

/** How soon after an answer the next one is asked for, in real time: later where answers of a long run take their time. */
const ASK_AGAIN_MS = 250
const TIMES_AS_LONG = 3

/** Asks for the figures of the shown moment while their tab is shown, a few times a second at most; the last moment always. */
export function startMetricsSession({ metrics, playback, selection }: Stores, engine: Engine): void {
  let waits = false
  let isWanted = false

  const ask = async () => {
    const { run, shownMs } = playback.getState()
    isWanted = false
    if (selection.getState().tab !== 'metrics' || !run) return
    waits = true
    const askedMs = performance.now()
    const answer = await engine.metrics({ fromMs: 0, untilMs: shownMs })
    if (playback.getState().run?.picture.signature === run.picture.signature) metrics.getState().show(answer)
    setTimeout(
      () => {
        waits = false
        if (isWanted) void ask()
      },
      Math.max(ASK_AGAIN_MS, (performance.now() - askedMs) * TIMES_AS_LONG),
    )
  }
  const want = () => {
    isWanted = true
    if (!waits) void ask()
  }

  selection.subscribe((now, before) => {
    if (now.tab !== before.tab) want()
  })
  playback.subscribe((now, before) => {
    if (now.run?.picture.signature !== before.run?.picture.signature) metrics.getState().show(undefined)
    if (now.shownMs !== before.shownMs || now.run !== before.run) want()
  })
}
