import { useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { MAP } from '../../layout/index.ts'
import type { Box, MapPositions, Point } from '../../layout/index.ts'
import { HOME, createPanZoom, fit, isInView, mixCameras, scrolled, tween } from '../../render/index.ts'
import { windowAround, windowOn, zoomAbout } from '../../render/index.ts'
import type { Camera, PanZoom, Size } from '../../render/index.ts'
import type { StageControls } from '../graph-pane/graph-pane-props.ts'
import { MOVE_MS } from './use-map-motion.ts'

/** Smaller than this cards have larger names and nothing else. */
const FAR = 0.85
/** Larger than this a group opens under the pointer; and smaller than this part of all, the level above is gone back to. */
const INTO = 1.7
const OUT_OF = 0.6
/** Turns of the wheel closer together than this are one gesture. */
const GESTURE_MS = 250
const STEP = 1.25
const INSETS = { top: 0, right: 0, bottom: 0, left: 0 } as const

interface MapCameraOptions {
  readonly element: HTMLElement | null
  readonly layer: RefObject<SVGGElement | null>
  readonly positions: MapPositions | undefined
  readonly size: Size
  /** At once instead of by degrees. */
  readonly still: boolean
  /** Zoomed in on a point of the map, or out of all of it, by hand. */
  readonly onInto: (at: Point) => void
  readonly onOut: () => void
}

/** Moves and zooms the map by hand; each new map is shown whole, or from its start where that cannot be read. */
export function useMapCamera(options: MapCameraOptions): {
  readonly controls: Pick<StageControls, 'fit' | 'zoom'>
  /** In whole percent. */
  readonly percent: number
  readonly far: boolean
  /** The part of the map that shows, and all of it where that is more. */
  readonly seen: () => { readonly window: Box; readonly whole: Box | undefined }
} {
  const { element, layer, positions, size, still } = options
  const panZoom = useRef<PanZoom>(undefined)
  const camera = useRef<Camera>(undefined)
  const moving = useRef<() => void>(undefined)
  const latest = useRef(options)
  const [percent, setPercent] = useState(100)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    if (!element) return
    let pointer: Point | undefined
    /** A level is entered or left once a gesture, whose rest does nothing. */
    let entered = false
    let wheeledMs = -Infinity
    const created = createPanZoom(element, {
      isOnItem: target => target.closest('[data-item]') !== null,
      onCamera: (next, byHand) => {
        if (byHand && entered) return
        const before = camera.current?.k ?? next.k
        camera.current = next
        layer.current?.setAttribute('transform', `translate(${next.x} ${next.y}) scale(${next.k})`)
        setPercent(Math.round(next.k * 100))
        if (!byHand) return
        moving.current?.()
        const { positions, size, onInto, onOut } = latest.current
        if (!positions) return
        const { x, y } = pointer ?? { x: size.width / 2, y: size.height / 2 }
        if (next.k > before && next.k > INTO) {
          entered = true
          onInto({ x: (x - next.x) / next.k, y: (y - next.y) / next.k })
        } else if (next.k < before && next.k < OUT_OF * whole(positions, size).k) {
          entered = true
          onOut()
        }
      },
    })
    panZoom.current = created
    const onPointer = (event: PointerEvent): void => {
      pointer = placeOf(event)
      if (event.type === 'pointerdown') begin()
    }
    /** Another gesture, from where the map is. */
    const begin = (): void => {
      if (entered && camera.current) created.update(camera.current)
      entered = false
    }
    const placeOf = (event: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect()
      return { x: event.clientX - left, y: event.clientY - top }
    }
    const beforeWheel = (event: WheelEvent): void => {
      pointer = placeOf(event)
      if (event.timeStamp - wheeledMs > GESTURE_MS) begin()
      wheeledMs = event.timeStamp
      if (!entered || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const onWheel = (event: WheelEvent): void => {
      const { positions, size } = latest.current
      if (event.ctrlKey || event.metaKey || !positions) return
      event.preventDefault()
      const unit = event.deltaMode === 1 ? 18 : 1
      const by = { x: -event.deltaX * unit, y: -event.deltaY * unit }
      moving.current?.()
      created.update(scrolled(camera.current ?? HOME, by, { x: 0, y: 0, ...positions.size }, size, INSETS))
    }
    const first = { passive: false, capture: true }
    element.addEventListener('pointermove', onPointer)
    element.addEventListener('pointerdown', onPointer, { capture: true })
    element.addEventListener('wheel', beforeWheel, first)
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      panZoom.current = undefined
      element.removeEventListener('pointermove', onPointer)
      element.removeEventListener('pointerdown', onPointer, { capture: true })
      element.removeEventListener('wheel', beforeWheel, first)
      element.removeEventListener('wheel', onWheel)
      created.dispose()
    }
  }, [element, layer])
  const controls = useMemo(
    () => ({
      fit: () => {
        const { positions, size } = latest.current
        moving.current?.()
        if (positions) panZoom.current?.update(fit({ x: 0, y: 0, ...positions.size }, size, INSETS))
      },
      zoom: (by: 1 | -1) => {
        const { width, height } = latest.current.size
        const middle = { x: width / 2, y: height / 2 }
        moving.current?.()
        panZoom.current?.update(zoomAbout(camera.current ?? HOME, middle, by > 0 ? STEP : 1 / STEP))
      },
    }),
    [],
  )
  useEffect(() => {
    if (!positions) return
    const target = whole(positions, size)
    const from = camera.current
    const stop = tween(still || !from ? 0 : MOVE_MS, t =>
      panZoom.current?.update(mixCameras(from ?? target, target, t)),
    )
    moving.current = stop
    return stop
  }, [positions, size, still])
  const seen = () => {
    const { positions, size } = latest.current
    const content = { x: 0, y: 0, ...(positions?.size ?? size) }
    const at = camera.current ?? HOME
    return {
      window: windowOn(at, content, size, INSETS),
      whole: isInView(at, content, size, INSETS) ? undefined : windowAround(content),
    }
  }
  return { controls, percent, far: percent < FAR * 100, seen }
}

const whole = ({ size }: MapPositions, window: Size): Camera =>
  fit({ x: 0, y: 0, ...size }, window, INSETS, { least: MAP.readable })
