import type { Surface } from '../canvas/paint-particles.ts'

export interface Painted {
  readonly act: 'fill' | 'stroke' | 'text'
  readonly colour: string
  readonly alpha: number
  readonly lineWidth: number
  readonly dashed: boolean
  /** Path commands since `beginPath`, as text. */
  readonly path: readonly string[]
  readonly text: string | undefined
}

/** A 2D context that remembers what was painted. */
export function recordingSurface(): {
  readonly surface: Surface
  readonly painted: Painted[]
  readonly clears: number[]
} {
  const painted: Painted[] = []
  const clears: number[] = []
  let path: string[] = []
  let dashed = false
  const put = (act: Painted['act'], text?: string): void => {
    const style = act === 'stroke' ? surface.strokeStyle : surface.fillStyle
    const colour = typeof style === 'string' ? style : 'not a plain colour'
    const { globalAlpha: alpha, lineWidth } = surface
    painted.push({ act, colour, alpha, lineWidth, dashed, path: [...path], text })
  }
  const say = (...words: (string | number)[]): void => {
    path.push(words.map(word => (typeof word === 'number' ? Number(word.toFixed(2)) : word)).join(' '))
  }
  const surface: Surface = {
    fillStyle: '',
    strokeStyle: '',
    font: '',
    globalAlpha: 1,
    lineCap: 'butt',
    lineWidth: 1,
    textAlign: 'start',
    arc: (x, y, r, from, to) => say('arc', x, y, r, from, to),
    beginPath: () => {
      path = []
    },
    clearRect: (x, y, width, height) => {
      clears.push(x, y, width, height)
    },
    closePath: () => say('close'),
    fill: () => put('fill'),
    fillText: text => put('text', text),
    lineTo: (x, y) => say('line', x, y),
    moveTo: (x, y) => say('move', x, y),
    roundRect: (x: number, y: number, width: number, height: number) => say('box', x, y, width, height),
    setLineDash: (dash: Iterable<number>) => {
      dashed = [...dash].length > 0
    },
    setTransform: () => undefined,
    stroke: () => put('stroke'),
  }
  return { surface, painted, clears }
}
