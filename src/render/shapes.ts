import type { Shape } from '../scene/index.ts'

/** A shape of radius 1 around the origin, as data that SVG and canvas both draw. */
export type Form =
  | { readonly kind: 'disc' }
  | { readonly kind: 'ring' }
  /** x y pairs, closed and filled. */
  | { readonly kind: 'polygon'; readonly points: readonly number[] }
  /** x0 y0 x1 y1 a line, round ends, `width` wide. */
  | { readonly kind: 'strokes'; readonly lines: readonly (readonly [number, number, number, number])[]; width: number }

/** Sizes differ a little so that every shape has the same weight to the eye. */
export const FORMS: Readonly<Record<Shape, Form>> = {
  circle: { kind: 'disc' },
  ring: { kind: 'ring' },
  diamond: { kind: 'polygon', points: [0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0] },
  square: { kind: 'polygon', points: [-0.95, -0.95, 0.95, -0.95, 0.95, 0.95, -0.95, 0.95] },
  triangle: { kind: 'polygon', points: [0, -1.2, 1.25, 1, -1.25, 1] },
  hourglass: { kind: 'polygon', points: [-1.05, -1.2, 1.05, -1.2, 0.18, 0, 1.05, 1.2, -1.05, 1.2, -0.18, 0] },
  bar: { kind: 'polygon', points: [-1.35, -0.5, 1.35, -0.5, 1.35, 0.5, -1.35, 0.5] },
  slash: { kind: 'strokes', width: 0.7, lines: [[-0.75, 1.15, 0.75, -1.15]] },
  cross: {
    kind: 'strokes',
    width: 0.62,
    lines: [
      [-0.95, -0.95, 0.95, 0.95],
      [0.95, -0.95, -0.95, 0.95],
    ],
  },
}

const round = (value: number): number => Math.round(value * 100) / 100

/** SVG path data of a shape; `strokes` and `ring` are to be stroked, the rest filled. */
export function shapePathData(shape: Shape, radius: number): string {
  const form = FORMS[shape]
  switch (form.kind) {
    case 'disc':
    case 'ring': {
      const r = round(radius)
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`
    }
    case 'polygon': {
      const points: string[] = []
      for (let i = 0; i + 1 < form.points.length; i += 2)
        points.push(`${round((form.points[i] ?? 0) * radius)} ${round((form.points[i + 1] ?? 0) * radius)}`)
      return `M${points.join('L')}Z`
    }
    case 'strokes':
      return form.lines
        .map(([x0, y0, x1, y1]) => {
          const at = (value: number): number => round(value * radius)
          return `M${at(x0)} ${at(y0)}L${at(x1)} ${at(y1)}`
        })
        .join('')
  }
}

/** Adds the shape's outline to the current path of a canvas. */
export function traceShape(
  context: Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>,
  shape: Shape,
  x: number,
  y: number,
  radius: number,
): void {
  const form = FORMS[shape]
  switch (form.kind) {
    case 'disc':
    case 'ring':
      context.moveTo(x + radius, y)
      context.arc(x, y, radius, 0, Math.PI * 2)
      return
    case 'polygon':
      for (let i = 0; i + 1 < form.points.length; i += 2) {
        const px = x + (form.points[i] ?? 0) * radius
        const py = y + (form.points[i + 1] ?? 0) * radius
        if (i === 0) context.moveTo(px, py)
        else context.lineTo(px, py)
      }
      context.closePath()
      return
    case 'strokes':
      for (const [x0, y0, x1, y1] of form.lines) {
        context.moveTo(x + x0 * radius, y + y0 * radius)
        context.lineTo(x + x1 * radius, y + y1 * radius)
      }
  }
}
