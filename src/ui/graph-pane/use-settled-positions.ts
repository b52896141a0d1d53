import { useEffect, useRef, useState } from 'react'
import type { Positions } from '../../layout/index.ts'
import { mixPositions, tween } from '../../render/index.ts'

const MOVE_MS = 240

/** Boxes and lanes on their way to a new layout; a further change starts from where they are. */
export function useSettledPositions(target: Positions | undefined, atOnce: boolean): Positions | undefined {
  const [shown, setShown] = useState(target)
  const current = useRef(target)
  useEffect(() => {
    const from = current.current
    if (!target || !from || atOnce || from === target || from.orientation !== target.orientation) {
      current.current = target
      return
    }
    return tween(MOVE_MS, t => {
      current.current = mixPositions(from, target, t)
      setShown(current.current)
    })
  }, [target, atOnce])
  const isMoving = !atOnce && target !== undefined && shown?.orientation === target.orientation
  return isMoving ? shown : target
}
