import { element, escapeXml } from './xml.ts'

/** An element of the page's picture as it is styled now. */
export interface StillNode {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  /** The computed value of a property. */
  readonly style: (property: string) => string
  readonly children: readonly (StillNode | string)[]
}

/** Attributes that say what is drawn and where; all others are the page's own. */
const GEOMETRY: readonly string[] = [
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'width', 'height', 'd'],
  ...['points', 'transform', 'offset', 'pathLength', 'gradientUnits', 'gradientTransform', 'viewBox'],
]

/** What children take over from their parents, and what it is at first. */
const INHERITED: ReadonlyMap<string, string> = new Map([
  ['fill', 'rgb(0, 0, 0)'],
  ['fill-opacity', '1'],
  ['stroke', 'none'],
  ['stroke-width', '1px'],
  ['stroke-opacity', '1'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['font-family', ''],
  ['font-size', ''],
  ['font-weight', ''],
  ['letter-spacing', 'normal'],
  ['text-anchor', 'start'],
])

const OWN: ReadonlyMap<string, string> = new Map([
  ['opacity', '1'],
  ['stop-color', 'rgb(0, 0, 0)'],
  ['stop-opacity', '1'],
])

const GROUPS: ReadonlySet<string> = new Set(['svg', 'g', 'defs'])
const SHAPES: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])
const WORDS: ReadonlySet<string> = new Set(['text', 'tspan'])
const PAINTS: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient', 'stop', 'title'])
const NOTHING: ReadonlySet<string> = new Set(['none', 'transparent', 'rgba(0, 0, 0, 0)'])

/** Ids of the still picture differ from those of the page, in which it may stand. */
const idOf = (id: string): string => `still-${id}`
const withIds = (value: string): string =>
  value.replace(/url\("?#([^")]+)"?\)/g, (_, id: string) => `url(#${idOf(id)})`)

/**
 * The markup of what can be seen, each element with the style that it has: no classes, no properties, no scripts, nothing outside.
 * Elements of other kinds are left out, as are those that only listen to the pointer.
 */
export function stillMarkup(node: StillNode, inherited: ReadonlyMap<string, string> = INHERITED): string {
  const { tag, attributes, style, children } = node
  const isShape = SHAPES.has(tag)
  if (!GROUPS.has(tag) && !isShape && !WORDS.has(tag) && !PAINTS.has(tag)) return ''
  if (style('display') === 'none' || style('opacity') === '0') return ''
  if (isShape && (style('visibility') === 'hidden' || (paintsNothing(style('fill')) && paintsNothing(style('stroke')))))
    return ''
  const written: Record<string, string> = {}
  const id = attributes.get('id')
  if (id !== undefined) written['id'] = idOf(id)
  for (const name of GEOMETRY) {
    const value = attributes.get(name)
    if (value !== undefined) written[name] = value
  }
  const own = new Map(inherited)
  if (tag !== 'title' && tag !== 'defs') {
    for (const [property, before] of inherited) {
      const value = withIds(style(property))
      if (value === before || value === '') continue
      own.set(property, value)
      written[property] = value
    }
    for (const [property, plain] of OWN) {
      const value = style(property)
      if (value !== plain && value !== '' && (property === 'opacity' || tag === 'stop')) written[property] = value
    }
    const features = style('font-feature-settings')
    if (tag === 'text' && features !== '' && features !== 'normal')
      written['style'] = `font-feature-settings:${features}`
  }
  const inside = children.map(child => (typeof child === 'string' ? escapeXml(child) : stillMarkup(child, own)))
  if ((GROUPS.has(tag) || WORDS.has(tag)) && inside.every(markup => markup === '')) return ''
  return element(tag === 'svg' ? 'g' : tag, written, inside)
}

const paintsNothing = (paint: string): boolean => NOTHING.has(paint)
