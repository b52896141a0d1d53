import type { PoolFilm } from '../scene/index.ts'
import type { Run } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'

/** How much is asked for at once, and how long before its end the next stretch is, in time as it is watched. */
const STRETCH_MS = 5000
const AHEAD_MS = 1500
const BACK_MS = 500

/** Has what pools and pods have under way around the shown moment. */
export function startPoolsSession({ playback, pools }: Pick<Stores, 'playback' | 'pools'>, engine: Engine): void {
  let waits = false
  /** Whose film it is. */
  let filmed: string | undefined

  const ask = async (): Promise<void> => {
    const { run, shownMs, speed } = playback.getState()
    if (waits || !run?.picture.stage) return
    const { signature } = run.picture
    const { film } = pools.getState()
    if (filmed === signature && film && isCovered(film, run, shownMs, AHEAD_MS * speed)) return
    waits = true
    const answer = await engine.pools({ fromMs: shownMs - BACK_MS * speed, untilMs: shownMs + STRETCH_MS * speed })
    waits = false
    if (playback.getState().run?.picture.signature === signature) {
      filmed = signature
      pools.getState().show(answer)
    }
    // Time may have gone on, or elsewhere, meanwhile.
    if (answer) void ask()
  }

  playback.subscribe((now, before) => {
    if (now.run?.picture.signature !== before.run?.picture.signature) pools.getState().show(undefined)
    void ask()
  })
}

/** The moment and some time after it, as far as the run is simulated. */
function isCovered({ fromMs, untilMs }: PoolFilm, { picture }: Run, nowMs: number, aheadMs: number): boolean {
  return fromMs <= nowMs && nowMs <= untilMs && (untilMs - nowMs > aheadMs || untilMs >= picture.log.untilMs)
}
