import { settle } from './mix-positions.ts'

/** Steps from 0 to 1 in `durationMs`, easing out; returns what stops it. */
export function tween(durationMs: number, onStep: (t: number) => void): () => void {
  let startMs: number | undefined
  let handle = requestAnimationFrame(function step(nowMs) {
    startMs ??= nowMs
    const t = Math.min(1, (nowMs - startMs) / durationMs)
    if (t < 1) handle = requestAnimationFrame(step)
    onStep(t < 1 ? settle(t) : 1)
  })
  return () => {
    cancelAnimationFrame(handle)
  }
}
