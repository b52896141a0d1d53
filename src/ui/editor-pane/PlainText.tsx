import { useMemo, useState } from 'react'
import type { Ref } from 'react'
import {
  LINE_HEIGHT,
  PADDING_TOP,
  START,
  highlightLine,
  lineNumbersWidth,
  shortHint,
  textLeft,
} from '../../editor/index.ts'
import type { LineState } from '../../editor/index.ts'
import { notesOfLines } from './line-notes.ts'
import type { Annotations, LineNote } from './line-notes.ts'
import styles from './plain-text.module.css'

const OVERSCAN = 20
/** Enough lines for a tall screen before its height is known. */
const FIRST_LINES = 120

interface PlainTextProps extends Annotations {
  readonly ref: Ref<HTMLDivElement>
}

/** The text before Monaco, in the same colours and at the same place to the pixel. Only the lines in view exist. */
export function PlainText({ text, annotatedText, diagnostics, highlights, hints, ref }: PlainTextProps) {
  const notes = useMemo(
    () => notesOfLines({ text, annotatedText, diagnostics, highlights, hints }),
    [text, annotatedText, diagnostics, highlights, hints],
  )
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text])
  const [view, setView] = useState({ from: 0, to: FIRST_LINES })
  const states = useMemo(() => statesBefore(lines, view.to), [lines, view.to])
  const shown = lines.slice(view.from, view.to)
  return (
    <div
      ref={ref}
      className={styles['scroller']}
      tabIndex={0}
      role="region"
      aria-label="YAML"
      onScroll={event => {
        const { scrollTop, clientHeight } = event.currentTarget
        const from = Math.max(0, Math.floor(scrollTop / LINE_HEIGHT / OVERSCAN) * OVERSCAN - OVERSCAN)
        const to = from + Math.ceil(clientHeight / LINE_HEIGHT) + 3 * OVERSCAN
        if (from !== view.from || to !== view.to) setView({ from, to })
      }}
    >
      <pre
        className={styles['lines']}
        style={{
          height: lines.length * LINE_HEIGHT + 2 * PADDING_TOP,
          paddingTop: PADDING_TOP + view.from * LINE_HEIGHT,
          paddingLeft: textLeft(lines.length),
        }}
      >
        {shown.map((line, i) => (
          <Line
            key={view.from + i}
            number={view.from + i + 1}
            numbersWidth={lineNumbersWidth(lines.length)}
            line={line}
            state={states[view.from + i] ?? START}
            note={notes.get(view.from + i + 1)}
          />
        ))}
      </pre>
    </div>
  )
}

interface LineProps {
  readonly number: number
  readonly numbersWidth: number
  readonly line: string
  readonly state: LineState
  readonly note: LineNote | undefined
}

function Line({ number, numbersWidth, line, state, note }: LineProps) {
  const { tokens } = highlightLine(line, state)
  return (
    <div className={styles['line']}>
      {note?.wash && <span className={styles[`${note.wash}Wash`]} />}
      <span className={styles['lineNumber']} style={{ width: numbersWidth }} aria-hidden>
        {number}
      </span>
      {tokens.map(({ start, kind }, i) => (
        <span key={start} className={styles[kind]}>
          {line.slice(start, tokens[i + 1]?.start)}
        </span>
      ))}
      {note?.hint && (
        <span className={styles[`${note.hint.tone}Hint`]} title={note.hint.text}>
          {shortHint(note.hint)}
        </span>
      )}
    </div>
  )
}

/** The state at the start of each of the first `count` lines. */
function statesBefore(lines: readonly string[], count: number): LineState[] {
  const states: LineState[] = []
  let state = START
  for (const line of lines.slice(0, count)) {
    states.push(state)
    state = highlightLine(line, state).state
  }
  return states
}
