import { expect, test } from 'vitest'
import { stillMarkup } from './still-node.ts'
import type { StillNode } from './still-node.ts'

const PLAIN: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  opacity: '1',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
}

interface Made {
  readonly attributes?: Readonly<Record<string, string>>
  readonly style?: Readonly<Record<string, string>>
}

const node = (tag: string, { attributes = {}, style = {} }: Made, ...children: (StillNode | string)[]): StillNode => ({
  tag,
  attributes: new Map(Object.entries(attributes)),
  style: property => style[property] ?? PLAIN[property] ?? '',
  children,
})

test('a shape keeps its geometry and the colours that its class gave it, not the class', () => {
  const rect = node('rect', {
    attributes: { class: 'card', x: '1', y: '2', width: '3', height: '4', 'data-item': 'a', onclick: 'alert(1)' },
    style: { fill: 'rgb(255, 255, 255)', stroke: 'rgb(1, 2, 3)' },
  })
  expect(stillMarkup(rect)).toBe(
    '<rect x="1" y="2" width="3" height="4" fill="rgb(255, 255, 255)" stroke="rgb(1, 2, 3)"/>',
  )
})

test('what a child takes over from its group is said once', () => {
  const red = { fill: 'rgb(200, 0, 0)' }
  const path = node('path', { attributes: { d: 'M0 0' }, style: red })
  expect(stillMarkup(node('g', { style: red }, path))).toBe('<g fill="rgb(200, 0, 0)"><path d="M0 0"/></g>')
})

test('a layer of the page becomes a group', () => {
  const layer = node(
    'svg',
    { attributes: { class: 'layer', role: 'group', 'aria-label': 'Traffic picture' } },
    node('path', {}),
  )
  expect(stillMarkup(layer)).toBe('<g><path/></g>')
})

test.each([
  ['hidden', { visibility: 'hidden' }],
  ['see-through', { opacity: '0' }],
  ['not there', { display: 'none' }],
  ['only for the pointer', { fill: 'rgba(0, 0, 0, 0)' }],
])('what is %s is left out, and the group around it', (_, style) => {
  expect(stillMarkup(node('g', {}, node('rect', { attributes: { x: '1' }, style })))).toBe('')
})

test.each(['script', 'image', 'use', 'a', 'foreignObject', 'style', 'iframe'])('no %s gets in', tag => {
  expect(stillMarkup(node(tag, { attributes: { href: 'https://elsewhere' } }, 'words'))).toBe('')
})

test('ids differ from those of the page, and what refers to them follows', () => {
  const gradient = node('radialGradient', { attributes: { id: 'hole-depth' } })
  const hole = node('circle', { attributes: { r: '44' }, style: { fill: 'url("#hole-depth")' } })
  expect(stillMarkup(node('g', {}, gradient, hole))).toBe(
    '<g><radialGradient id="still-hole-depth"/><circle r="44" fill="url(#still-hole-depth)"/></g>',
  )
})

test('words are text, whatever they say', () => {
  const words = node(
    'text',
    { attributes: { x: '1' }, style: { 'font-size': '12px' } },
    '<script>&"',
    node('tspan', {}, 'b'),
  )
  expect(stillMarkup(words)).toBe(
    '<text x="1" font-size="12px">&lt;script&gt;&amp;&quot;<tspan font-size="">b</tspan></text>'.replace(
      ' font-size=""',
      '',
    ),
  )
})
