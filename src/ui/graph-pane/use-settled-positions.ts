import { useEffect, useRef, useState } from 'react'
import type { Positions } from '../../layout/index.ts'
import { mixPositions, tween } from '../../render/index.ts'

const MOVE_MS = 240

interface Shown {
  /** Where things are going. */
  readonly target: Positions
  /** Where they are on the way. */
  readonly positions: Positions
}

/** Boxes and lanes on their way to a new layout; a further change starts from where they are. */
export function useSettledPositions(target: Positions | undefined, atOnce: boolean): Positions | undefined {
  const [shown, setShown] = useState<Shown>()
  const current = useRef<Positions>(undefined)
  useEffect(() => {
    if (!target) return
    const from = current.current ?? target
    const isJump = atOnce || from === target || from.orientation !== target.orientation
    return tween(isJump ? 0 : MOVE_MS, t => {
      current.current = mixPositions(from, target, t)
      setShown({ target, positions: current.current })
    })
  }, [target, atOnce])
  if (!target || !shown || atOnce || shown.positions.orientation !== target.orientation) return target
  // Until the first step, what is new stands at its place already: the picture never shows a layout of another stage.
  return shown.target === target ? shown.positions : mixPositions(shown.positions, target, 0)
}
