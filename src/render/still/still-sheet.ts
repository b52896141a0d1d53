import type { Box } from '../../layout/index.ts'
import { wrap } from '../../layout/index.ts'
import type { Outcome } from '../../scene/index.ts'
import { shapeOf, wordsOf } from '../../scene/index.ts'
import { colourOf } from '../canvas/palette.ts'
import type { Palette } from '../canvas/palette.ts'
import { FORMS, shapePathData } from '../shapes.ts'
import type { Measure } from '../text-width.ts'
import { element, escapeXml, round } from './xml.ts'

/** What a sheet says and shows. */
export interface StillSheet {
  /** Of the picture, in its own coordinates: only what lies inside is there. */
  readonly window: Box
  /** In drawing order, the particles between what is under and over them. */
  readonly picture: readonly string[]
  readonly title: string
  readonly detail: string
  /** Whose picture, and of when. */
  readonly caption: string
  readonly key: readonly { readonly outcome: Outcome; readonly count: string }[]
  /** Beside the key: how many requests a dot stands for. */
  readonly note: string | undefined
}

export interface SheetStyle {
  readonly palette: Palette
  readonly ink: string
  readonly ink3: string
  readonly ui: string
  readonly measure: Measure
}

export interface SheetMarkup {
  readonly width: number
  readonly height: number
  /** A whole SVG document. */
  readonly svg: (css?: string) => string
}

const PAD = 24
/** Narrower pictures still have room for their sentence. */
const LEAST_WIDTH = 420
const TITLE = { size: 18, line: 24, weight: 600 }
const DETAIL = { size: 13, line: 18, weight: 400 }
const KEY_LINE = 22
const CAPTION = { size: 11, line: 16 }

/** A sheet of white paper with the picture on it: its sentence above, what the shapes mean and whose it is below. */
export const stillSheet = (sheet: StillSheet, style: SheetStyle): SheetMarkup | undefined =>
  stillSheets([sheet], style)[0]

/** Sheets of one film: whatever is said at a time, the picture stays in its place. */
export function stillSheets(sheets: readonly StillSheet[], style: SheetStyle): readonly SheetMarkup[] {
  const window = around(sheets.map(sheet => sheet.window))
  const inner = Math.max(LEAST_WIDTH, Math.ceil(window.width))
  const said = sheets.map(sheet => ({
    sheet,
    title: linesOf(sheet.title, TITLE, inner, style),
    detail: linesOf(sheet.detail, DETAIL, inner, style),
    key: keyLines(sheet, style, inner),
  }))
  const most = (of: (one: (typeof said)[number]) => readonly unknown[]): number =>
    Math.max(...said.map(one => of(one).length))
  const top = PAD + most(one => one.title) * TITLE.line + 2 + most(one => one.detail) * DETAIL.line + 16
  const keyTop = top + window.height + 12
  const captionY = keyTop + most(one => one.key) * KEY_LINE + 6 + CAPTION.line
  const size = { width: inner + 2 * PAD, height: Math.ceil(captionY + PAD - 6) }
  const left = PAD + (inner - window.width) / 2
  return said.map(({ sheet, title, detail, key }) => {
    const detailY = PAD + title.length * TITLE.line + 2
    const body = [
      element('rect', { ...size, fill: '#ffffff' }),
      ...title.map((line, i) => wordsAt(PAD + i * TITLE.line, line, TITLE, style.ink, style.ui)),
      ...detail.map((line, i) => wordsAt(detailY + i * DETAIL.line, line, DETAIL, style.palette.ink2, style.ui)),
      element('clipPath', { id: WINDOW }, [element('rect', { ...window })]),
      element('g', { transform: `translate(${String(round(left - window.x))} ${String(round(top - window.y))})` }, [
        element('g', { 'clip-path': `url(#${WINDOW})` }, sheet.picture),
      ]),
      ...key.map((line, i) =>
        element('g', { transform: `translate(${String(PAD)} ${String(keyTop + (i + 1) * KEY_LINE - 7)})` }, [line]),
      ),
      textAt(PAD, captionY - 4, sheet.caption, CAPTION.size, 400, style.ink3, style.ui),
    ]
    return { ...size, svg: css => svgOf(sheet, size, css, body) }
  })
}

const WINDOW = 'still-window'

function svgOf(
  { title, detail, caption }: StillSheet,
  { width, height }: Pick<SheetMarkup, 'width' | 'height'>,
  css: string | undefined,
  body: readonly string[],
): string {
  const viewBox = `0 0 ${String(width)} ${String(height)}`
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, role: 'img' }, [
    `<title>${escapeXml(`${title}. ${caption}`)}</title>`,
    `<desc>${escapeXml(detail)}</desc>`,
    ...(css === undefined ? [] : [`<style>${escapeXml(css)}</style>`]),
    ...body,
  ])
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  const right = Math.max(...boxes.map(box => box.x + box.width))
  const bottom = Math.max(...boxes.map(box => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

const linesOf = (text: string, { size, weight }: typeof TITLE, width: number, { measure }: SheetStyle) =>
  text === '' ? [] : wrap(text, width, `${String(weight)} ${String(size)}px Inter`, measure)

/** A line of words whose top is at `y`. */
const wordsAt = (y: number, text: string, { size, line, weight }: typeof TITLE, ink: string, family: string): string =>
  textAt(PAD, round(y + (line + size * 0.7) / 2), text, size, weight, ink, family)

function textAt(
  x: number,
  y: number,
  text: string,
  size: number,
  weight: number,
  fill: string,
  family: string,
): string {
  return element('text', { x, y, fill, 'font-family': family, 'font-size': size, 'font-weight': weight }, [
    escapeXml(text),
  ])
}

/** Shapes with their words and counts, in as many lines as they take. */
function keyLines({ key, note }: StillSheet, style: SheetStyle, width: number): readonly string[] {
  const { palette, ui, measure } = style
  const lines: string[][] = []
  let x = Infinity
  const put = (room: number, markup: (x: number) => readonly string[]): void => {
    if (x + room > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push(...markup(x))
    x += room + 18
  }
  for (const { outcome, count } of key) {
    const words = wordsOf(outcome)
    const wordsWidth = measure(words, '12px Inter')
    put(18 + wordsWidth + 6 + count.length * 6.7, at => [
      shapeAt(at + 6, -4, outcome, palette),
      textAt(at + 18, 0, words, 12, 400, palette.ink2, ui),
      textAt(at + 18 + wordsWidth + 6, 0, count, 11, 600, style.ink, palette.mono),
    ])
  }
  if (note !== undefined) put(measure(note, '12px Inter'), at => [textAt(at, 0, note, 12, 400, style.ink3, ui)])
  return lines.map(line => line.join(''))
}

function shapeAt(x: number, y: number, outcome: Outcome, palette: Palette): string {
  const shape = shapeOf(outcome)
  const form = FORMS[shape]
  const colour = colourOf(palette, outcome)
  const place = { d: shapePathData(shape, 4.5), transform: `translate(${String(x)} ${String(y)})` }
  return form.kind === 'strokes'
    ? element('path', {
        ...place,
        fill: 'none',
        stroke: colour,
        'stroke-width': 4.5 * form.width,
        'stroke-linecap': 'round',
      })
    : element('path', { ...place, fill: colour })
}
