import { useEffect, useRef, useState } from 'react'
import { mixMap, tween } from '../../render/index.ts'
import type { MapFrame } from '../../render/index.ts'

export const MOVE_MS = 240

interface Shown {
  readonly target: MapFrame
  readonly now: MapFrame
}

/** The map on its way to another layout or level; a further change starts from where things are. */
export function useMapMotion(
  target: MapFrame | undefined,
  focus: string | undefined,
  still: boolean,
): MapFrame | undefined {
  const [shown, setShown] = useState<Shown>()
  const current = useRef<MapFrame>(undefined)
  useEffect(() => {
    if (!target) return
    const from = current.current ?? target
    return tween(still || from === target ? 0 : MOVE_MS, t => {
      current.current = mixMap(from, target, focus, t)
      setShown({ target, now: current.current })
    })
  }, [target, focus, still])
  if (!target || !shown || still) return target
  // Until the first step, what is shown is of the map that is asked for, where the one before was.
  return shown.target === target ? shown.now : mixMap(shown.now, target, focus, 0)
}
