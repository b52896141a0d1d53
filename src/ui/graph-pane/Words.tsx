import type { ReactNode } from 'react'
import { breakName, createMeasure, shorten, truncate } from '../../render/index.ts'
import type { Measure } from '../../render/index.ts'
import styles from './words.module.css'

export type Ink = '1' | '2' | '3' | 'ok' | 'app' | 'lost' | 'refused' | 'late' | 'accent'

interface WordsProps {
  readonly x: number
  readonly y: number
  readonly children: string
  readonly size?: 11 | 12 | 13 | 15
  readonly weight?: 400 | 500 | 600
  readonly mono?: boolean
  readonly ink?: Ink
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Longer texts end in an ellipsis and are whole in the tooltip. */
  readonly maxWidth?: number
  /** A longer text loses its middle, not its end, where the ends carry the difference. */
  readonly isName?: boolean
  /** For a room it is larger than words: so are counts and shares alone, unless they stand on something that is. */
  readonly isFigure?: boolean
  /** Goes on after it, lighter. */
  readonly aside?: string | undefined
}

const inBrowser = typeof document !== 'undefined'
const measureFont = createMeasure(
  inBrowser ? document.createElement('canvas').getContext('2d') : null,
  font => !inBrowser || document.fonts.check(font),
)

/** Widths as this page draws them; the layout asks for them too, by the faces' plain names. */
export const measure: Measure = (text, font) => measureFont(text, font.replace(/\bInter$/, '"Inter Variable"'))

const fontOf = (size: number, weight: number, mono: boolean): string =>
  `${weight} ${size}px ${mono ? '"JetBrains Mono"' : '"Inter Variable"'}`

export const widthOf = (text: string, size: number, weight = 400, mono = false): number =>
  measure(text, fontOf(size, weight, mono))

const FIGURE = /^[\d.,·%– ]+$/

/** One line of text on the stage, cut to the room it has. */
export function Words(props: WordsProps): ReactNode {
  const {
    x,
    y,
    children,
    size = 12,
    weight = 400,
    mono = false,
    ink = '1',
    anchor = 'start',
    maxWidth,
    isName = false,
    isFigure = mono && FIGURE.test(children),
    aside,
  } = props
  const text =
    maxWidth === undefined
      ? children
      : (isName ? shorten : truncate)(children, fontOf(size, weight, mono), maxWidth, measure)
  const classes = [`size${size}`, `weight${weight}`, mono ? 'mono' : 'prose', `ink-${ink}`, anchor]
  if (isFigure) classes.push('figure')
  return (
    <text x={x} y={y} className={classes.map(name => styles[name]).join(' ')}>
      {text}
      {aside !== undefined && (
        <tspan dx={7} className={`${styles[weight === 600 ? 'weight400' : `weight${weight}`]} ${styles['ink-3']}`}>
          {aside}
        </tspan>
      )}
      {text !== children && <title>{children}</title>}
    </text>
  )
}

/** A name in bold, on two lines around `y` where one is too short for it. */
export function NameWords(props: {
  readonly x: number
  readonly y: number
  readonly children: string
  readonly size?: 12 | 13
  readonly maxWidth: number
}): ReactNode {
  const { x, y, children, size = 12, maxWidth } = props
  const lines = breakName(children, fontOf(size, 600, false), maxWidth, measure)
  return lines.map((line, i) => (
    <Words
      key={i}
      x={x}
      y={y + (lines.length === 1 ? 0 : i * (size + 2) - 6)}
      size={size}
      weight={600}
      maxWidth={maxWidth}
      isName
    >
      {line}
    </Words>
  ))
}
