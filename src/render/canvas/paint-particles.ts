import { shapeOf } from '../../scene/index.ts'
import type { Shape } from '../../scene/index.ts'
import type { Camera } from '../camera.ts'
import type { Mark } from '../drawn.ts'
import { FORMS, traceShape } from '../shapes.ts'
import { colourOf } from './palette.ts'
import type { Palette } from './palette.ts'

/** The part of a 2D context that the painter uses; a test can record it. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clearRect'
  | 'closePath'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineCap'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'roundRect'
  | 'setLineDash'
  | 'setTransform'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
>

export interface View {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
}

const HALO = 1.5
/** A second try and later ones are larger, for their number. */
const RETRY = 8
const WHOLE_TURN = Math.PI * 2
const TOP = -Math.PI / 2

/** Of more particles halos and soft edges would only cover what is between them: neither is drawn. */
export const CROWD = 10_000

/** Smaller when there are many, so that a crowd still reads as particles. */
export const radiusFor = (count: number): number => (count > CROWD ? 1.5 : count > 2000 ? 2 : count > 400 ? 3 : 4)

const shapeOfLook = (look: Mark['look']): Shape => (look === 'alive' || look === 'ghost' ? 'circle' : shapeOf(look))

/** Clears the surface and draws every particle once; the focused one last, on top. */
export function paintParticles(
  surface: Surface,
  drawn: readonly Mark[],
  palette: Palette,
  view: View,
  radius = radiusFor(drawn.length),
): void {
  const { pixelRatio } = view
  surface.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  surface.clearRect(0, 0, view.width, view.height)
  paintOver(surface, drawn, palette, view, radius)
}

/** The same, over what is there. */
export function paintOver(
  surface: Surface,
  drawn: readonly Mark[],
  palette: Palette,
  { camera, pixelRatio }: View,
  radius: number,
): void {
  const k = camera.k * pixelRatio
  surface.setTransform(k, 0, 0, k, camera.x * pixelRatio, camera.y * pixelRatio)
  for (const particle of drawn) {
    if (particle.focused) continue
    surface.globalAlpha = particle.opacity
    if (particle.look === 'ghost') paintGhost(surface, particle, palette, radius)
    else {
      paintWait(surface, particle, palette)
      paintShape(surface, particle, palette, particle.attempt === undefined ? radius : RETRY)
      paintNumber(surface, particle, palette)
    }
  }
  for (const particle of drawn) {
    surface.globalAlpha = particle.opacity
    if (!particle.focused) paintWaitWords(surface, particle, palette)
  }
  surface.globalAlpha = 1
  for (const particle of drawn) if (particle.focused) paintFocused(surface, particle, palette)
}

function paintShape(surface: Surface, { x, y, look, scale }: Mark, palette: Palette, radius: number): void {
  const shape = shapeOfLook(look)
  const form = FORMS[shape]
  const r = radius * scale
  if (r < 0.2) return
  const colour = colourOf(palette, look)
  surface.beginPath()
  traceShape(surface, shape, x, y, r)
  surface.strokeStyle = palette.halo
  if (form.kind === 'strokes') {
    surface.lineCap = 'round'
    surface.lineWidth = r * form.width + (scale < 1 ? 0 : HALO * 1.6)
    if (scale === 1) surface.stroke()
    surface.lineWidth = r * form.width
    surface.strokeStyle = colour
    surface.stroke()
    return
  }
  if (scale === 1) {
    surface.lineWidth = HALO * 1.6
    surface.stroke()
  }
  surface.fillStyle = colour
  surface.fill()
}

/** In a ring several may wait, each with a number of its own; then none is told. */
function paintNumber(surface: Surface, { x, y, attempt, wait }: Mark, palette: Palette): void {
  if (attempt === undefined || (wait && wait.crowd > 1)) return
  surface.font = `600 11px ${palette.mono}`
  surface.textAlign = 'center'
  surface.fillStyle = palette.halo
  surface.fillText(String(attempt), x, y + 4)
}

function paintGhost(surface: Surface, { x, y, scale }: Mark, palette: Palette, radius: number): void {
  surface.beginPath()
  surface.arc(x, y, radius * scale, 0, WHOLE_TURN)
  surface.strokeStyle = palette.tone.ghost
  surface.lineWidth = 1.5
  // Widening, it is no copy any more but that it has come.
  if (scale === 1) surface.setLineDash([2, 1.8])
  surface.stroke()
  surface.setLineDash([])
}

/** A track, and the closed part of it. */
function paintWait(surface: Surface, { x, y, wait }: Mark, palette: Palette): void {
  if (!wait) return
  surface.lineWidth = 2
  surface.beginPath()
  surface.arc(x, y, 10, 0, WHOLE_TURN)
  surface.fillStyle = palette.card
  surface.fill()
  surface.strokeStyle = palette.line2
  surface.stroke()
  surface.beginPath()
  surface.arc(x, y, 10, TOP, TOP + wait.closed * WHOLE_TURN)
  surface.strokeStyle = palette.ink2
  surface.stroke()
}

/** The seconds left, or how many wait: beside the ring on a lane, where cards end beneath; else beneath. Particles pass under. */
function paintWaitWords(surface: Surface, { x, y, wait }: Mark, palette: Palette): void {
  if (wait?.secondsLeft === undefined) return
  const many = wait.beside ? `${wait.crowd} wait` : `×${wait.crowd}`
  const text = wait.crowd > 1 ? many : `${wait.secondsLeft.toFixed(1)} s`
  const width = text.length * 6.6 + 6
  surface.beginPath()
  const [middleX, topY] = wait.beside ? [x + 13 + width / 2, y - 7.5] : [x, y + 13]
  surface.roundRect(middleX - width / 2, topY, width, 15, 4)
  surface.fillStyle = palette.card
  surface.fill()
  surface.font = `11px ${palette.mono}`
  surface.textAlign = 'center'
  surface.fillStyle = palette.ink2
  surface.fillText(text, middleX, topY + 11)
}

/** A ring with the shape inside, and a tag with the request's number. */
function paintFocused(surface: Surface, particle: Mark, palette: Palette): void {
  const { x, y } = particle
  surface.beginPath()
  surface.arc(x, y, 10, 0, WHOLE_TURN)
  surface.fillStyle = palette.card
  surface.fill()
  paintWait(surface, particle, palette)
  paintWaitWords(surface, particle, palette)
  surface.beginPath()
  surface.arc(x, y, particle.wait ? 13 : 10, 0, WHOLE_TURN)
  surface.strokeStyle = palette.accent
  surface.lineWidth = 2
  surface.stroke()
  const isNumbered = particle.attempt !== undefined
  paintShape(surface, { ...particle, scale: 1 }, { ...palette, halo: palette.card }, isNumbered ? RETRY : 4.5)
  paintNumber(surface, particle, palette)
  const text = `#${particle.number}`
  const width = text.length * 6.6 + 20
  surface.beginPath()
  surface.roundRect(x - width / 2, y + 16, width, 20, 6)
  surface.fillStyle = palette.accent
  surface.fill()
  surface.font = `600 11px ${palette.mono}`
  surface.textAlign = 'center'
  surface.fillStyle = palette.onAccent
  surface.fillText(text, x, y + 30)
}
