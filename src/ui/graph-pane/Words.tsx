import type { ReactNode } from 'react'
import { createMeasure, truncate } from '../../render/index.ts'
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
  /** How many letters at the end a longer text keeps, where they carry the difference. */
  readonly keepEnd?: number
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
    keepEnd,
  } = props
  const text =
    maxWidth === undefined ? children : truncate(children, fontOf(size, weight, mono), maxWidth, measure, keepEnd)
  const classes = [`size${size}`, `weight${weight}`, mono ? 'mono' : 'prose', `ink-${ink}`, anchor]
  return (
    <text x={x} y={y} className={classes.map(name => styles[name]).join(' ')}>
      {text}
      {text !== children && <title>{children}</title>}
    </text>
  )
}
