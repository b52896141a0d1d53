import { useRef } from 'react'
import type { PointerEvent } from 'react'

/** A finger that went so far to a side, and mostly to that side, meant it. */
const FAR_PX = 48

/** What makes a part listen to swipes: 1 is on, 1 step back is -1. A mouse does not swipe. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined)
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      from.current = pointerType === 'mouse' ? undefined : { x: clientX, y: clientY }
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const start = from.current
      from.current = undefined
      if (!start) return
      const [dx, dy] = [clientX - start.x, clientY - start.y]
      if (Math.abs(dx) >= FAR_PX && Math.abs(dx) > 2 * Math.abs(dy)) onSwipe(dx < 0 ? 1 : -1)
    },
  }
}
