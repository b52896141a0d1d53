import { expect, test } from 'vitest'
import { NAMED_PALETTE } from '../testing/draw.ts'
import { stillSheets } from './still-sheet.ts'
import type { SheetStyle, StillSheet } from './still-sheet.ts'

const STYLE: SheetStyle = {
  palette: NAMED_PALETTE,
  ink: '--ink',
  ink3: '--ink-3',
  ui: 'Inter',
  measure: text => text.length * 10,
}

const sheet = (change: Partial<StillSheet> = {}): StillSheet => ({
  window: { x: 30, y: 50, width: 600, height: 200 },
  picture: ['<g id="under"/>', '<path/>', '<g id="over"/>'],
  title: '35 % of requests die',
  detail: 'Rule 2 sends 40 % to subset v3.',
  caption: 'Reviews canary · at 12.30 s',
  key: [
    { outcome: 'succeeded', count: '434' },
    { outcome: 'nowhere', count: '247' },
  ],
  note: undefined,
  ...change,
})

const svgOf = (one: StillSheet, css?: string): string => stillSheets([one], STYLE)[0]?.svg(css) ?? ''

test('a sheet says its sentence, what shapes mean, whose it is, and has its picture in order', () => {
  const svg = svgOf(sheet())
  const places = [
    '35 % of requests die<',
    'subset v3.<',
    '<g id="under"/><path/><g id="over"/>',
    'succeeded<',
    '434<',
    'nowhere to go<',
    '247<',
    '12.30 s<',
  ]
  const found = places.map(place => svg.indexOf(place, svg.indexOf('</desc>')))
  expect(found.every(at => at > 0)).toBe(true)
  expect(found).toEqual([...found].sort((a, b) => a - b))
})

test('the picture stands in the middle, its window’s corner under the sentence', () => {
  // 24 of margin and as much to each side of 600; a title line of 24, a detail line of 18, gaps of 2 and 16.
  expect(svgOf(sheet())).toContain('translate(-6 34)')
  expect(stillSheets([sheet()], STYLE)[0]?.width).toBe(648)
})

test('a narrow picture has room for its sentence beside it', () => {
  const [narrow] = stillSheets([sheet({ window: { x: 0, y: 0, width: 100, height: 50 } })], STYLE)
  expect(narrow?.width).toBe(420 + 48)
})

test('a long sentence goes on in the next line', () => {
  // 600 wide at 10 a letter: 60 letters a line.
  const title = 'word '.repeat(20).trim()
  const lines = svgOf(sheet({ title })).match(/font-size="18"/g)
  expect(lines).toHaveLength(2)
})

test('sheets of a film are of one size, and the picture stays in its place', () => {
  const long = sheet({ title: 'word '.repeat(20).trim(), window: { x: 20, y: 50, width: 600, height: 250 } })
  const both = stillSheets([sheet(), long], STYLE)
  expect(new Set(both.map(({ width, height }) => `${String(width)} ${String(height)}`)).size).toBe(1)
  const place = /<g transform="(translate\([^"]+\))"><g clip-path/
  expect(new Set(both.map(({ svg }) => place.exec(svg())?.[1])).size).toBe(1)
})

test('what people wrote cannot leave its place', () => {
  const svg = svgOf(sheet({ caption: '</text><script>alert(1)</script>', title: 'a < b & "c"' }))
  expect(svg).not.toContain('<script')
  expect(svg).toContain('a &lt; b &amp; &quot;c&quot;')
})

test('faces come along as style', () => {
  expect(svgOf(sheet(), '@font-face{}')).toContain('<style>@font-face{}</style>')
  expect(svgOf(sheet())).not.toContain('<style')
})
