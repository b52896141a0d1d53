import type { Positions } from '../../layout/index.ts'
import type { Camera, Size } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'

/** Whether the middle of the window shows what lies behind the gates. */
export function isOnPods(stage: Stage, { boxes }: Positions, camera: Camera, size: Size): boolean {
  const gates = stage.subsets.flatMap(({ id }) => boxes.get(id)?.x ?? [])
  return (size.width / 2 - camera.x) / camera.k > Math.min(...gates)
}
