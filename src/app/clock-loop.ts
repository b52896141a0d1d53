import type { PlaybackStore } from '../state/index.ts'

/** How often the page is told the time while it plays; the canvas asks for itself. */
const TELL_EVERY_MS = 120
/** A longer gap than this was a hidden tab or a sleeping machine: time stood still meanwhile. */
const LONGEST_FRAME_MS = 250

/** Moves the clock with the display's frames while it plays and the page is visible; costs nothing otherwise. */
export function startClock(playback: PlaybackStore): void {
  let frame = 0
  let lastMs: number | undefined
  let toldMs = 0

  const tick = (nowMs: number) => {
    playback.getState().advance(lastMs === undefined ? 0 : Math.min(nowMs - lastMs, LONGEST_FRAME_MS))
    lastMs = nowMs
    if (nowMs - toldMs >= TELL_EVERY_MS) {
      toldMs = nowMs
      playback.getState().show()
    }
    frame = requestAnimationFrame(tick)
  }
  const update = () => {
    cancelAnimationFrame(frame)
    lastMs = undefined
    if (playback.getState().playing && !document.hidden) frame = requestAnimationFrame(tick)
  }
  playback.subscribe((now, before) => {
    if (now.playing !== before.playing) update()
  })
  document.addEventListener('visibilitychange', update)
  update()
}
