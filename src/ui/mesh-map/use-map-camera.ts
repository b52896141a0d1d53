import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { MapPositions } from '../../layout/index.ts'
import { HOME, createPanZoom, fit, scrolled, zoomAbout } from '../../render/index.ts'
import type { Camera, PanZoom, Size } from '../../render/index.ts'
import type { StageControls } from '../graph-pane/graph-pane-props.ts'

/** Smaller than this no card can be read. */
const LEAST = 0.6
const STEP = 1.25
const INSETS = { top: 0, right: 0, bottom: 0, left: 0 } as const

/** Moves and zooms the map by hand; each new map is shown whole, or from its start where that cannot be read. */
export function useMapCamera(
  element: HTMLElement | null,
  layer: RefObject<SVGGElement | null>,
  positions: MapPositions | undefined,
  size: Size,
): Pick<StageControls, 'fit' | 'zoom'> {
  const panZoom = useRef<PanZoom>(undefined)
  const camera = useRef<Camera>(HOME)
  const shown = useRef({ positions, size })
  useEffect(() => {
    shown.current = { positions, size }
  })
  useEffect(() => {
    if (!element) return
    const created = createPanZoom(element, {
      isOnItem: target => target.closest('[data-item]') !== null,
      onCamera: next => {
        camera.current = next
        layer.current?.setAttribute('transform', `translate(${next.x} ${next.y}) scale(${next.k})`)
      },
    })
    panZoom.current = created
    const onWheel = (event: WheelEvent): void => {
      const { positions, size } = shown.current
      if (event.ctrlKey || event.metaKey || !positions) return
      event.preventDefault()
      const unit = event.deltaMode === 1 ? 18 : 1
      const by = { x: -event.deltaX * unit, y: -event.deltaY * unit }
      created.update(scrolled(camera.current, by, { x: 0, y: 0, ...positions.size }, size, INSETS))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      panZoom.current = undefined
      element.removeEventListener('wheel', onWheel)
      created.dispose()
    }
  }, [element, layer])
  const controls = useMemo(
    () => ({
      fit: () => {
        const { positions, size } = shown.current
        if (positions) panZoom.current?.update(fit({ x: 0, y: 0, ...positions.size }, size, INSETS))
      },
      zoom: (by: 1 | -1) => {
        const { width, height } = shown.current.size
        const middle = { x: width / 2, y: height / 2 }
        panZoom.current?.update(zoomAbout(camera.current, middle, by > 0 ? STEP : 1 / STEP))
      },
    }),
    [],
  )
  useEffect(() => {
    if (positions) panZoom.current?.update(fit({ x: 0, y: 0, ...positions.size }, size, INSETS, { least: LEAST }))
  }, [positions, size])
  return controls
}
