import type { Camera } from '../camera.ts'

/** The camera through which what was painted with `painted` is seen as `now` shows it. */
export function cameraDifference(painted: Camera, now: Camera): Camera {
  const k = now.k / painted.k
  return { k, x: now.x - painted.x * k, y: now.y - painted.y * k }
}
