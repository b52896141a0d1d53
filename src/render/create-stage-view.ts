import type { Box, Positions } from '../layout/index.ts'
import type { Particle } from '../scene/index.ts'
import { createAnimationLoop } from './animation-loop.ts'
import { contentBounds, HOME, isInView, mixCameras, scrolled } from './camera.ts'
import { toStage, windowAround, windowOn, zoomAbout } from './camera.ts'
import type { Camera, Insets, Size } from './camera.ts'
import { paletteOf } from './canvas/palette.ts'
import type { Palette } from './canvas/palette.ts'
import { placeParticles } from './drawn.ts'
import type { Drawn, DrawnOptions } from './drawn.ts'
import { particleAt } from './hit-test.ts'
import type { Painting } from './painting/painting.ts'
import { partRinged } from './ringed.ts'
import type { createRings } from './rings.ts'
import { createPanZoom } from './pan-zoom.ts'
import { tween } from './tween.ts'

export interface StageViewInputs extends DrawnOptions {
  readonly positions: Positions | undefined
  readonly size: Size
  readonly insets: Insets
  readonly particlesNow: () => readonly Particle[]
  readonly playing: boolean
  /** Nothing travels: the numbers on the lanes say it. */
  readonly countsOnly: boolean
  readonly theme: string
  /** Ids of request classes whose particles have a ring. */
  readonly followed?: ReadonlySet<string> | undefined
}

export interface StageView {
  /** New inputs; paints once even while nothing plays. */
  readonly update: (inputs: StageViewInputs) => void
  readonly move: (camera: Camera, durationMs: number) => void
  readonly zoomBy: (factor: number, durationMs: number) => void
  readonly camera: () => Camera
  /** Where the camera is on its way to; where it stands when it is not. */
  readonly goal: () => Camera
  readonly pick: (clientX: number, clientY: number) => Drawn | undefined
  /** What is seen at this moment; undefined while there is nothing. */
  readonly seen: () => Seen | undefined
  readonly dispose: () => void
}

/** What a still picture is made of. */
export interface Seen {
  /** The part of the stage that is in view, as far as there is anything. */
  readonly window: Box
  /** All of the stage; undefined while nothing of it is out of view. */
  readonly whole: Box | undefined
  /** Under and over the particles. */
  readonly layers: readonly SVGSVGElement[]
  readonly particles: readonly Drawn[]
  /** Those that have a ring, over all others. */
  readonly ringed: readonly Drawn[]
}

export interface StageViewParts {
  readonly pane: HTMLElement
  /** Where particles are painted. */
  readonly particles: HTMLElement
  /** Groups that move with the camera. */
  readonly layers: readonly SVGGElement[]
  readonly onCamera: (camera: Camera, byHand: boolean) => void
}

const ON_ITEM = '[data-item], [data-stage-button], button, a, input, select'

/** All that moves on the stage: one camera for every layer, one loop, one painting. */
export function createStageView({ pane, particles: host, layers, onCamera }: StageViewParts): StageView {
  let painting: Painting | undefined
  let isDisposed = false
  let inputs: StageViewInputs | undefined
  let palette: Palette | undefined
  let theme: string | undefined
  let camera = HOME
  let drawn: readonly Drawn[] = []
  let stopMove: (() => void) | undefined
  let goal = HOME
  let rings: ReturnType<typeof createRings> | undefined
  let asksForRings = false

  const paint = (): void => {
    if (!inputs?.positions || !palette || inputs.size.width === 0) return
    const { width, height } = inputs.size
    const pixelRatio = window.devicePixelRatio || 1
    const particles = inputs.countsOnly ? [] : inputs.particlesNow()
    drawn = placeParticles(particles, inputs.positions, inputs)
    const view = { camera, width, height, pixelRatio }
    const { ringed, plain } = partRinged(drawn, inputs.followed)
    if (ringed.length > 0) loadRings()
    painting?.show({ marks: rings ? plain : drawn, palette, view })
    rings?.show(ringed, drawn.length, palette, view)
  }
  const loadRings = (): void => {
    if (asksForRings) return
    asksForRings = true
    void import('./rings.ts').then(({ createRings }) => {
      if (isDisposed) return
      rings = createRings(host)
      loop.paintSoon()
    })
  }
  const loop = createAnimationLoop(paint)
  // Not needed for the first picture: before anything travels there are no particles.
  void import('./painting/start-painting.ts').then(({ startPainting }) => {
    if (isDisposed) return
    painting = startPainting(host)
    loop.paintSoon()
  })
  const panZoom = createPanZoom(pane, {
    isOnItem: target => target.closest(ON_ITEM) !== null,
    onCamera: (next, byHand) => {
      camera = next
      if (byHand) {
        stopMove?.()
        goal = next
      }
      for (const layer of layers) layer.setAttribute('transform', `translate(${next.x} ${next.y}) scale(${next.k})`)
      painting?.follow(next)
      loop.paintSoon()
      onCamera(next, byHand)
    },
  })
  const move = (to: Camera, durationMs: number): void => {
    stopMove?.()
    goal = to
    if (durationMs === 0) {
      panZoom.update(to)
      return
    }
    const from = camera
    stopMove = tween(durationMs, t => {
      panZoom.update(mixCameras(from, to, t))
    })
  }
  const pick = (clientX: number, clientY: number): Drawn | undefined => {
    const box = pane.getBoundingClientRect()
    return particleAt(drawn, toStage(camera, { x: clientX - box.left, y: clientY - box.top }), camera.k)
  }
  const play = (): void => {
    const { playing = false, countsOnly = true, size } = inputs ?? {}
    loop.update(playing && !countsOnly && size !== undefined && size.width > 0 && !document.hidden)
  }
  const onPointerMove = (event: PointerEvent): void => {
    pane.style.cursor = event.buttons === 0 && pick(event.clientX, event.clientY) ? 'pointer' : ''
  }
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey || !inputs?.positions) return
    const unit = event.deltaMode === 1 ? 18 : 1
    const by = { x: -event.deltaX * unit, y: -event.deltaY * unit }
    const next = scrolled(camera, by, contentBounds(inputs.positions), inputs.size, inputs.insets)
    if (next.x === camera.x && next.y === camera.y) return
    event.preventDefault()
    stopMove?.()
    goal = next
    panZoom.update(next)
    onCamera(next, true)
  }
  pane.addEventListener('pointermove', onPointerMove)
  pane.addEventListener('wheel', onWheel, { passive: false })
  const onVisibility = (): void => {
    play()
    if (!document.hidden) loop.paintSoon()
  }
  document.addEventListener('visibilitychange', onVisibility)

  return {
    update: next => {
      inputs = next
      if (theme !== next.theme) {
        theme = next.theme
        palette = paletteOf(pane)
      }
      play()
      loop.paintSoon()
    },
    move,
    zoomBy: (factor, durationMs) => {
      const size = inputs?.size ?? { width: 0, height: 0 }
      move(zoomAbout(goal, { x: size.width / 2, y: size.height / 2 }, factor), durationMs)
    },
    camera: () => camera,
    goal: () => goal,
    pick,
    seen: () => {
      if (!inputs?.positions) return undefined
      const { countsOnly, particlesNow, positions, size, insets, followed } = inputs
      const content = contentBounds(positions)
      const placed = placeParticles(countsOnly ? [] : particlesNow(), positions, inputs)
      const { ringed, plain } = partRinged(placed, followed)
      return {
        window: windowOn(camera, content, size, insets),
        whole: isInView(camera, content, size, insets) ? undefined : windowAround(content),
        layers: layers.flatMap(layer => layer.ownerSVGElement ?? []),
        particles: plain,
        ringed,
      }
    },
    dispose: () => {
      isDisposed = true
      painting?.dispose()
      stopMove?.()
      loop.dispose()
      rings?.dispose()
      panZoom.dispose()
      pane.removeEventListener('pointermove', onPointerMove)
      pane.removeEventListener('wheel', onWheel)
      document.removeEventListener('visibilitychange', onVisibility)
    },
  }
}
