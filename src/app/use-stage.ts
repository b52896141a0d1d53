import { useCallback, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { layOut } from '../layout/index.ts'
import { headlineFor, momentAt, poolsAt } from '../scene/index.ts'
import type { Headline } from '../scene/index.ts'
import {
  chapterAt,
  countedSince,
  drawOf,
  findRequest,
  particlesOf,
  perDotOf,
  tallyOf,
  verdictsOf,
} from '../state/index.ts'
import { measure } from '../ui/graph-pane/Words.tsx'
import { emptyHeadline } from './empty-headline.ts'
import { headlineOfLeftOut } from './headline-of-left-out.ts'
import { useFonts } from './use-fonts.ts'
import { useStores } from '../ui/stores.ts'
import { SPARED, largeIn } from './large.ts'

const NO_RANGES: ReadonlyMap<string, never> = new Map<string, never>()

/** What the stage shows now, computed from the run in force and the time last told. */
export function useStage(down: boolean, presented: boolean) {
  const { playback, picture, pools: poolsStore, selection, view } = useStores()
  const run = useStore(playback, state => state.run)
  const opened = useStore(playback, state => state.opened)
  const shownMs = useStore(playback, state => state.shownMs)
  const stale = useStore(picture, state => state.stale)
  const latest = useStore(picture, state => state.latest)
  const text = useStore(picture, state => state.text)
  const explanation = useStore(selection, state => state.explanation)
  const focusNumber = useStore(selection, state => state.focus)
  const film = useStore(poolsStore, state => state.film)
  const podView = useStore(view, state => state.podView)
  const [size, setSize] = useState({ width: 0, height: 0 })

  const fonts = useFonts()
  const chapter = chapterAt(run, shownMs)
  const stage = chapter?.stage
  const ranges = chapter?.ranges
  const earlier = chapter?.earlier
  const large = useMemo(() => (presented ? (down ? { scale: 1 } : largeIn(size)) : undefined), [presented, down, size])
  const positions = useMemo(
    () =>
      stage && size.width > 0
        ? layOut(stage, {
            width: size.width / (large?.scale ?? 1),
            height: large ? size.height / large.scale + SPARED : size.height,
            orientation: down ? 'down' : 'across',
            podView,
            ...(fonts && { measure }),
          })
        : undefined,
    [stage, size, large, down, podView, fonts],
  )
  const tally = useMemo(() => tallyOf(run, shownMs), [run, shownMs])
  const moment = useMemo(
    () => momentAt(run?.picture.log.happenings, shownMs, countedSince(run, shownMs)),
    [run, shownMs],
  )
  const pools = useMemo(() => poolsAt(film, shownMs), [film, shownMs])
  const headline = useMemo((): Headline => {
    const broken = stale ? latest?.diagnostics.find(one => one.code === 'YAML' && one.severity === 'error') : undefined
    if (broken) {
      return {
        title: `The picture waits for line ${String(broken.line)}`,
        detail: `${broken.title}. ${
          stage
            ? 'The picture is of the last text that could be read.'
            : 'Nothing can be drawn before the text can be read.'
        }`,
      }
    }
    const diagnostics = latest?.diagnostics ?? []
    const said = stage ? headlineFor(stage, tally, moment) : emptyHeadline(text, diagnostics)
    const isLost = stage?.holes.some(({ share }) => share > 0) ?? false
    return headlineOfLeftOut(said, diagnostics, isLost)
  }, [stage, tally, moment, stale, latest, text])
  const focus = useMemo(() => {
    const request = run && focusNumber !== undefined ? findRequest(run, focusNumber) : undefined
    if (!request || !run || !stage) return undefined
    const verdicts =
      explanation?.number === focusNumber && explanation
        ? verdictsOf(stage, ranges ?? NO_RANGES, explanation)
        : new Map<string, never>()
    return {
      number: request.number,
      atMs: request.atMs,
      course: request.departures.course,
      verdicts,
      marks: new Map([...verdicts].map(([id, { mark }]) => [id, mark] as const)),
      draw: explanation && explanation.number === focusNumber ? drawOf(explanation) : undefined,
    }
  }, [run, stage, ranges, focusNumber, explanation])
  const particlesNow = useCallback(() => {
    const { run, past, nowMs } = playback.getState()
    return particlesOf(run, past.at(-1), nowMs(), selection.getState().focus)
  }, [playback, selection])
  const before = useStore(playback, state => state.past.at(-1))
  const perDot = useMemo(() => perDotOf(run, before, shownMs), [run, before, shownMs])

  return {
    stage,
    opened,
    ranges,
    earlier,
    positions,
    large,
    tally,
    moment,
    pools,
    headline,
    focus,
    particlesNow,
    perDot,
    onSize: setSize,
    shownMs,
    stale,
    run,
    latest,
  }
}
