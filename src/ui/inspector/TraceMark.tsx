import type { ReactNode } from 'react'
import type { StepMark } from '../../core/route/index.ts'
import { RULE_MARK_STROKES, shapePathData } from '../../render/index.ts'

/** A step's mark; at rules the same one as on the stage. */
export function TraceMark({ mark }: { readonly mark: StepMark }) {
  return (
    <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      {MARKS[mark]}
    </svg>
  )
}

const MARKS: Readonly<Record<StepMark, ReactNode>> = {
  dot: <circle r="3.500" fill="var(--card)" stroke="var(--ink-3)" strokeWidth="1.500" />,
  answered: <circle r="4.500" fill="var(--ok)" />,
  matched: (
    <>
      <circle r="7" fill="var(--accent)" />
      <path
        d={RULE_MARK_STROKES.matched}
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.750"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  skipped: (
    <>
      <circle r="6.500" fill="var(--card)" stroke="var(--ink-3)" strokeWidth="1.250" />
      <path d={RULE_MARK_STROKES.skipped} stroke="var(--ink-2)" strokeWidth="1.500" strokeLinecap="round" />
    </>
  ),
  never: <circle r="6.500" fill="var(--card)" stroke="var(--control)" strokeWidth="1.250" strokeDasharray="2 2.080" />,
  lost: (
    <path d={shapePathData('cross', 4.74)} fill="none" stroke="var(--lost)" strokeWidth="2.800" strokeLinecap="round" />
  ),
}
