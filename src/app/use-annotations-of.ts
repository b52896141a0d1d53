import { useMemo } from 'react'
import { useStore } from 'zustand'
import { countText } from '../core/base/count-text.ts'
import { lineOf } from '../core/yaml/index.ts'
import { coverageOf, firstSent, hintsOf, idAt, latestLanded } from '../state/index.ts'
import type { GutterMark, LineHint } from '../editor/index.ts'
import type { RevealRequest } from '../ui/editor-pane/editor-pane-props.ts'
import { keyWords } from '../ui/key-caps/platform-keys.ts'
import { useStores } from '../ui/stores.ts'
import type { useStage } from './use-stage.ts'

const NO_RANGES: readonly never[] = []
const NO_HINTS: readonly LineHint[] = []
const NO_MARKS: readonly (GutterMark & { readonly short: string })[] = []

const NO_REQUEST = 'no request yet'
const UNREACHED = `No request so far reaches this rule. Click, or press ${keyWords('Ctrl Enter')} in its lines, to find one that does.`

/** What the picture says at lines of the text, and what the text's cursor says on the picture. */
export function useAnnotationsOf(shown: ReturnType<typeof useStage>) {
  const { lesson, picture, selection, playback } = useStores()
  const spoken = useStore(lesson, state => (state.open ? state.spot?.parts.join('\n') : undefined))
  const { hovered, selected } = useStore(selection)
  const text = useStore(picture, state => state.text)
  const { latest, stale, stage, tally, focus } = shown
  // Those of what is shown; and of what the caller cannot see, which is on no stage.
  const ranges = useMemo(
    () => (stale || !latest ? undefined : new Map([...latest.ranges, ...(shown.ranges ?? [])])),
    [stale, latest, shown.ranges],
  )

  const highlights = useMemo(() => {
    const rangesFor = (id: string | undefined) => {
      const range = id === undefined ? undefined : ranges?.get(id)
      return range ? [range] : NO_RANGES
    }
    const lines = spoken === undefined ? NO_RANGES : spoken.split('\n').flatMap(id => ranges?.get(id) ?? [])
    return { hover: rangesFor(hovered), selected: selected === undefined ? lines : rangesFor(selected) }
  }, [ranges, hovered, selected, spoken])

  const coverage = useMemo(() => (focus || stale ? undefined : coverageOf(stage, tally)), [focus, stale, stage, tally])
  const marks = useMemo((): readonly (GutterMark & { readonly short: string })[] => {
    if (!ranges) return NO_MARKS
    if (coverage) {
      return coverage.uncovered.flatMap(({ id }) => {
        const range = ranges.get(id)
        return range
          ? [{ line: lineOf(text, range.start), mark: 'unreached', reason: UNREACHED, short: NO_REQUEST }]
          : []
      })
    }
    if (!focus) return NO_MARKS
    return [...focus.verdicts].flatMap(([id, { mark, reason, short }]) => {
      const range = ranges.get(id)
      if (!range) return []
      const line = lineOf(text, range.start)
      return [{ line, mark, reason, short, lastLine: lineOf(text, Math.max(range.start, range.end - 1)) }]
    })
  }, [coverage, focus, ranges, text])

  const hints = useMemo((): readonly LineHint[] => {
    if (!latest) return NO_HINTS
    // Where it stands, what keeps the text from being read.
    const broken = stale
      ? latest.diagnostics.find(({ code, severity }) => code === 'YAML' && severity === 'error')
      : undefined
    if (broken) {
      const words = broken.title.charAt(0).toLowerCase() + broken.title.slice(1)
      return [{ line: broken.line, text: words, short: words.replace(/ after .*/, ''), tone: 'error' }]
    }
    if (stale) return NO_HINTS
    const measured = hintsOf(text, { stage, ranges: ranges ?? latest.ranges, diagnostics: latest.diagnostics }, tally)
    const reached = [...(coverage?.counts ?? [])].flatMap(([id, count]): LineHint[] => {
      const range = ranges?.get(id)
      if (!range || count === 0) return []
      const short = `${countText(count)} of ${countText(tally.total)}`
      return [{ line: lineOf(text, range.start), text: `${short} requests`, short, tone: 'plain' }]
    })
    const followed = marks.map(({ line, mark, short }) => ({
      line,
      text: short,
      short: short.replace(/:.*/, ''),
      tone: mark === 'matched' ? ('accent' as const) : ('plain' as const),
    }))
    const taken = new Set(followed.map(({ line }) => line))
    const free = measured.filter(({ line }) => !taken.has(line))
    const used = new Set(free.map(({ line }) => line))
    return [...reached.filter(({ line }) => !used.has(line)), ...free, ...followed]
  }, [latest, stale, text, stage, ranges, tally, marks, coverage])

  return {
    highlights,
    marks,
    hints,
    /** The rule that a line begins, of those that no request reaches. */
    uncoveredAt: (line: number) =>
      coverage?.uncovered.find(({ id }) => {
        const range = ranges?.get(id)
        return range && lineOf(text, range.start) === line
      })?.id,
    onCursor: (offset: number) => {
      const at = ranges && idAt(ranges, offset)
      if (selection.getState().hovered !== at) selection.getState().hover(at)
    },
    /** A hole opens its card, on its latest request; whatever YAML stands behind the thing is shown. */
    onSelect: (
      id: string | undefined,
      openHole: (request: number | undefined) => void,
      reveal: (request: RevealRequest) => void,
    ) => {
      const { run, nowMs } = playback.getState()
      if (run && shown.stage?.holes.some(hole => hole.id === id)) {
        const fits: Parameters<typeof latestLanded>[2] = ({ course }) => course.end === id
        // Where none has died yet, the first one that will.
        openHole((latestLanded(run, nowMs(), fits) ?? firstSent(run, fits))?.number)
      }
      const range = id === undefined ? undefined : ranges?.get(id)
      if (range) reveal({ range, cursor: false })
    },
  }
}
