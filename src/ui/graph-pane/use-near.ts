import { useCallback, useState } from 'react'
import type { Box, Positions } from '../../layout/index.ts'
import { HOME } from '../../render/index.ts'
import type { Camera, Size } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'
import { isLarge, nearTo } from './part-near.ts'

/** Where things are drawn of a large stage, as the camera has told; undefined: everywhere, as it is where `all` is asked for. */
export function useNear(stage: Stage | undefined, positions: Positions | undefined, all: boolean) {
  const [told, setTold] = useState<Box>()
  const look = useCallback((camera: Camera, size: Size) => {
    setTold(before => nearTo(before, camera, size))
  }, [])
  const isWhole = all || !stage || !positions || !isLarge(stage)
  return { box: isWhole ? undefined : (told ?? AT_FIRST), look }
}

/** Before the camera stands anywhere. */
const AT_FIRST = nearTo(undefined, HOME, { width: 1000, height: 1000 })
