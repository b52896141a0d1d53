import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Box, Positions } from '../../layout/index.ts'
import {
  HOME,
  MOST_FIT,
  boundsOf,
  centred,
  contentBounds,
  createStageView,
  fit,
  isInView,
  opening,
  revealed,
  within,
} from '../../render/index.ts'
import type { Camera, Insets, Size, StageView, StageViewInputs } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'
import { isOnPods } from './is-on-pods.ts'
import { holdAfter, keptCamera } from './kept-camera.ts'
import type { Hold, Placed } from './kept-camera.ts'
import type { StageControls } from './graph-pane-props.ts'

const CAMERA_MS = 240
/** In windows. */
const FARTHEST = 2
const STEP = 1.25
/** Pods are large from so much more than all of the picture on, and small again below the other. */
const DETAIL_FROM = 1.5
const DETAIL_TO = 0.55
/** Nothing is written smaller than it is meant to be: a picture that is larger than its window starts at its own size. */
const LEAST_FIT = 1
/** For a room: then what is spoken of is in the middle, to be read from the last row. */
const LEAST_LARGE = 1.25

interface StageViewOptions {
  readonly pane: RefObject<HTMLElement | null>
  readonly particles: RefObject<HTMLElement | null>
  readonly lower: RefObject<SVGGElement | null>
  readonly upper: RefObject<SVGGElement | null>
  readonly stage: Stage | undefined
  /** Other for another text, not for a version of the same one. */
  readonly opened: number
  /** Ids of what is looked at, the surest first. */
  readonly lookedAt: readonly string[]
  /** Where things are going, not where they are on the way. */
  readonly target: Positions | undefined
  readonly size: Size
  readonly insets: Insets
  /** What the headline takes is known; before that nothing has its place for good. */
  readonly isMeasured: boolean
  readonly reducedMotion: boolean
  /** For a room: how many times its own size the picture is drawn, where it has room. */
  readonly scale: number | undefined
  /** What a room is shown now. */
  readonly spoken: string | undefined
  /** What a lesson speaks of, with its callout: is to be seen before all else. */
  readonly lit?: Box | undefined
  /** Who zooms in on pods wants to see them in detail; who zooms far out does not. */
  readonly onPodView: (podView: boolean) => void
  readonly onLook: (camera: Camera, size: Size) => void
  readonly inputs: StageViewInputs
}

/** The moving part of the stage, and its camera. */
export function useStageView(options: StageViewOptions) {
  const { pane, particles, lower, upper, stage, target, size, insets, reducedMotion, scale, spoken } = options
  const { isMeasured, lit, opened, lookedAt, onPodView, onLook, inputs } = options
  const view = useRef<StageView>(null)
  const [zoom, setZoom] = useState(1)
  const hold = useRef<Hold>('opened')
  /** By hand: there is a way back then. */
  const [moved, setMoved] = useState(false)
  const placed = useRef<Placed>(undefined)
  const durationMs = reducedMotion ? 0 : CAMERA_MS
  /** On a way of many windows nothing could be read, and all of it would have to be drawn. */
  const wayMs = (from: Camera, to: Camera): number =>
    Math.hypot((to.x - from.x) / size.width, (to.y - from.y) / size.height) > FARTHEST ? 0 : durationMs

  const most = target?.orientation === 'down' ? 1 : MOST_FIT
  const limits = scale === undefined ? { most } : { most: scale, worth: 0 }
  const contentOf = (of: Positions): Box => (lit && boundsOf([contentBounds(of), lit])) ?? contentBounds(of)
  const fitted = (): Camera => (target ? fit(contentOf(target), size, insets, limits) : HOME)
  const followZoom = (camera: Camera): void => {
    if (!stage || !target || target.orientation === 'down') return
    if (!target.podView && camera.k >= DETAIL_FROM * Math.max(1, fitted().k) && isOnPods(stage, target, camera, size))
      onPodView(true)
    else if (target.podView && camera.k < DETAIL_TO) onPodView(false)
  }
  const onCamera = useEffectEvent((camera: Camera, byHand: boolean) => {
    setZoom(camera.k)
    onLook(camera, size)
    if (!byHand) return
    hold.current = 'by hand'
    setMoved(true)
    followZoom(camera)
  })
  const hasPicture = stage !== undefined && target !== undefined
  useEffect(() => {
    if (!hasPicture || !pane.current || !particles.current || !lower.current || !upper.current) return
    const created = createStageView({
      pane: pane.current,
      particles: particles.current,
      layers: [lower.current, upper.current],
      onCamera: (camera, byHand) => {
        onCamera(camera, byHand)
      },
    })
    view.current = created
    return () => {
      view.current = null
      placed.current = undefined
      created.dispose()
    }
  }, [hasPicture, pane, particles, lower, upper])

  useEffect(() => {
    view.current?.update(inputs)
  })

  const place = useEffectEvent((fresh: readonly string[]) => {
    const current = view.current
    if (!current || !target || size.width === 0) return
    const before = placed.current
    const first = !before
    const now: Placed = { stage, target, opened, scale }
    placed.current = isMeasured ? now : undefined
    hold.current = holdAfter(hold.current, before, now)
    const stays = hold.current === 'by hand' || (hold.current === 'kept' && !lit)
    if (scale !== undefined && !stays) {
      current.move(largeCamera(target, target.boxes.get(spoken ?? ''), size, insets, scale), first ? 0 : durationMs)
      return
    }
    const start = (): Camera => {
      if (hold.current === 'fitted') return fitted()
      if (target.podView) return podCamera(stage, target, size, insets)
      return opening(contentOf(target), size, insets, { ...limits, least: LEAST_FIT })
    }
    const kept = (): Camera => {
      const wanted = [...lookedAt, ...(before?.stage?.holes.map(hole => hole.id) ?? [])]
      const camera = current.goal()
      if (!before || before.target === target) return camera
      return keptCamera({ camera, size, insets }, before.target, target, wanted)
    }
    const camera = stays ? kept() : start()
    // The window may get its size in steps: as long as the camera is not to stay, each of them looks for all holes.
    const holes = stays ? fresh : (stage?.holes.map(hole => hole.id) ?? [])
    const ends = holes.flatMap(
      id => boundsOf([target.boxes.get(id), target.boxes.get(`${id}#label`)].filter(isThere)) ?? [],
    )
    const boxes = lit && !stays ? [lit] : ends
    const hidden = boxes.find(box => !isInView(camera, box, size, insets))
    if (hold.current !== 'by hand' && hold.current !== 'kept' && !lit) {
      if (hidden) hold.current = 'led'
      else if (hold.current === 'led') hold.current = 'opened'
    }
    const shown = hidden ? within(revealed(camera, hidden, size, insets), contentOf(target), size, insets) : camera
    if (hidden || !stays || !isSame(shown, current.goal()))
      current.move(shown, first ? 0 : wayMs(current.camera(), shown))
  })

  const knownHoles = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const holes = stage?.holes.map(hole => hole.id) ?? []
    const fresh = holes.filter(id => !knownHoles.current.has(id))
    knownHoles.current = new Set(holes)
    place(fresh)
  }, [stage, target, size, insets.top, insets.bottom, scale, spoken, lit?.y])

  const fitAll = (): void => {
    hold.current = 'fitted'
    setMoved(false)
    view.current?.move(fitted(), durationMs)
  }
  const zoomStep = (by: 1 | -1): void => {
    hold.current = 'by hand'
    const current = view.current
    if (!current) return
    const factor = by > 0 ? STEP : 1 / STEP
    followZoom({ ...current.camera(), k: current.camera().k * factor })
    current.zoomBy(factor, durationMs)
  }
  /** What the keys led to is seen. */
  const reveal = (id: string): void => {
    const current = view.current
    const box = target?.boxes.get(id)
    if (!current || !target || !box || isInView(current.camera(), box, size, insets)) return
    hold.current = 'by hand'
    setMoved(true)
    const shown = revealed(current.camera(), box, size, insets)
    const goal = within(shown, contentBounds(target), size, insets)
    current.move(goal, wayMs(current.camera(), goal))
  }
  return { view, zoom, moved, fitAll, zoomStep, reveal }
}

/** The full width of the picture where that can be read; else gates and pods. */
function podCamera(stage: Stage | undefined, target: Positions, size: Size, insets: Insets): Camera {
  const content = contentBounds(target)
  const width = size.width - insets.left - insets.right
  if (width >= content.width) return opening(content, size, insets, { least: LEAST_FIT, most: MOST_FIT })
  const parts = [...(stage?.subsets ?? []), ...(stage?.workloads ?? []), ...(stage?.holes ?? [])]
  const bounds =
    boundsOf(parts.flatMap(({ id }) => [target.boxes.get(id), target.boxes.get(`${id}#label`)].filter(isThere))) ??
    content
  return opening(bounds, size, insets, { least: LEAST_FIT })
}

/** All of the picture where that can be read from afar; else its full width, and of its height what is spoken of. */
function largeCamera(target: Positions, spoken: Box | undefined, size: Size, insets: Insets, most: number): Camera {
  const content = contentBounds(target)
  const all = fit(content, size, insets, { most, worth: 0 })
  if (all.k >= LEAST_LARGE) return all
  const width = size.width - insets.left - insets.right
  const wide = fit(content, size, insets, {
    most,
    worth: 0,
    least: Math.max(LEAST_FIT, Math.min(most, width / content.width)),
  })
  return spoken ? within(centred(wide, spoken, size, insets), content, size, insets) : wide
}

const isSame = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.k === b.k

const isThere = <T>(value: T | undefined): value is T => value !== undefined

/** Controls that stay the same object for as long as the pane stands. */
export function useControls(
  pane: RefObject<HTMLElement | null>,
  current: Pick<StageControls, 'still'> & { fitAll: () => void; zoomStep: (by: 1 | -1) => void },
): StageControls {
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current
  })
  return useMemo(
    () => ({
      fit: () => {
        latest.current.fitAll()
      },
      zoom: by => {
        latest.current.zoomStep(by)
      },
      still: () => latest.current.still(),
      focus: () => {
        pane.current?.focus({ preventScroll: true })
      },
    }),
    [pane],
  )
}
