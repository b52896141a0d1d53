import { useEffect, useRef, useState } from 'react'
import type { Box, Positions } from '../../layout/index.ts'
import { mixPositions, tween } from '../../render/index.ts'

const MOVE_MS = 240

interface Shown {
  /** Where things are going. */
  readonly target: Positions
  /** Where they are on the way. */
  readonly positions: Positions
}

/** Boxes and lanes on their way to a new layout; a further change starts from where they are. Only what is `near` is seen to move. */
export function useSettledPositions(
  target: Positions | undefined,
  atOnce: boolean,
  near: Box | undefined,
): Positions | undefined {
  const [shown, setShown] = useState<Shown>()
  const current = useRef<Positions>(undefined)
  const seen = useRef(near)
  useEffect(() => {
    seen.current = near
  }, [near])
  useEffect(() => {
    if (!target) return
    const from = current.current ?? target
    const isJump = atOnce || mixPositions(from, target, 0, seen.current) === target
    return tween(isJump ? 0 : MOVE_MS, t => {
      current.current = mixPositions(from, target, t, seen.current)
      setShown({ target, positions: current.current })
    })
  }, [target, atOnce])
  if (!target || !shown || atOnce || shown.positions.orientation !== target.orientation) return target
  // Until the first step, what is new stands at its place already: the picture never shows a layout of another stage.
  return shown.target === target ? shown.positions : mixPositions(shown.positions, target, 0, near)
}
