import type { Surface } from '../canvas/paint-particles.ts'
import { element, escapeXml, round } from './xml.ts'

const WHOLE_TURN = Math.PI * 2

/**
 * What the painter of particles paints on, as SVG: one element for each fill, stroke and text. Transforms are not kept: what is
 * painted stays in the picture's own coordinates.
 */
export function svgSurface(): { readonly surface: Surface; readonly markup: () => string } {
  const out: string[] = []
  let path = ''
  let dash: readonly number[] = []
  const at = (x: number, y: number): string => `${round(x)} ${round(y)}`
  const seen = (): { opacity: number | undefined } => ({
    opacity: surface.globalAlpha === 1 ? undefined : surface.globalAlpha,
  })
  const colour = (style: Surface['fillStyle']): string => (typeof style === 'string' ? style : 'none')
  const surface: Surface = {
    fillStyle: '#000',
    strokeStyle: '#000',
    font: '',
    globalAlpha: 1,
    lineCap: 'butt',
    lineWidth: 1,
    textAlign: 'start',
    beginPath: () => {
      path = ''
    },
    clearRect: () => undefined,
    setTransform: () => undefined,
    setLineDash: (next: Iterable<number>) => {
      dash = [...next]
    },
    moveTo: (x, y) => {
      path += `M${at(x, y)}`
    },
    lineTo: (x, y) => {
      path += `L${at(x, y)}`
    },
    closePath: () => {
      path += 'Z'
    },
    arc: (x, y, r, from, to) => {
      path += arcData(x, y, r, from, to, path === '')
    },
    roundRect: (x: number, y: number, width: number, height: number, r = 0) => {
      const radius = Math.min(typeof r === 'number' ? r : 0, width / 2, height / 2)
      const corner = (toX: number, toY: number): string => `A${round(radius)} ${round(radius)} 0 0 1 ${at(toX, toY)}`
      const [right, bottom] = [x + width, y + height]
      path +=
        `M${at(x + radius, y)}H${round(right - radius)}${corner(right, y + radius)}V${round(bottom - radius)}` +
        `${corner(right - radius, bottom)}H${round(x + radius)}${corner(x, bottom - radius)}V${round(y + radius)}` +
        `${corner(x + radius, y)}Z`
    },
    fill: () => {
      if (path !== '') out.push(element('path', { d: path, fill: colour(surface.fillStyle), ...seen() }))
    },
    stroke: () => {
      if (path === '') return
      out.push(
        element('path', {
          d: path,
          fill: 'none',
          stroke: colour(surface.strokeStyle),
          'stroke-width': surface.lineWidth,
          'stroke-linecap': surface.lineCap === 'butt' ? undefined : surface.lineCap,
          'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
          ...seen(),
        }),
      )
    },
    fillText: (text, x, y) => {
      const [, weight, size, family] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(surface.font) ?? []
      out.push(
        element(
          'text',
          {
            x,
            y,
            fill: colour(surface.fillStyle),
            'font-family': family,
            'font-size': size,
            'font-weight': weight,
            'text-anchor': surface.textAlign === 'center' ? 'middle' : undefined,
            ...seen(),
          },
          [escapeXml(text)],
        ),
      )
    },
  }
  return { surface, markup: () => out.join('') }
}

/** Clockwise from one angle to the other; `starts` where nothing leads to it. */
function arcData(x: number, y: number, r: number, from: number, to: number, starts: boolean): string {
  const point = (angle: number): string => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`
  const begin = `${starts ? 'M' : 'L'}${point(from)}`
  const bow = (far: boolean, angle: number): string => `A${round(r)} ${round(r)} 0 ${far ? 1 : 0} 1 ${point(angle)}`
  const turn = to - from
  if (turn >= WHOLE_TURN - 1e-6) return `${begin}${bow(true, from + Math.PI)}${bow(true, from)}Z`
  return `${begin}${bow(turn > Math.PI, to)}`
}
