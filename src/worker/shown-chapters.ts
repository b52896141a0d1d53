import { endOf, leavingHoles, withLeaving } from '../scene/index.ts'
import type { Departures, HoleNode } from '../scene/index.ts'
import { earlierIn, rangesOf } from './locate.ts'
import type { PlayedChapter, PlayedRun } from './played-run.ts'
import type { Chapter } from './protocol.ts'

/** Longer than this nobody waits for what fell before a change to land. */
const LONGEST_MS = 3000

type Staged = Pick<PlayedRun, 'chapters' | 'departures'>
type Shown = Omit<Chapter, 'ranges' | 'earlier'> & Pick<PlayedChapter, 'world'>

/**
 * What the page shows from when on. A chapter begins with holes of the one before while requests that left under that still
 * fall into them, and with its numbers: so all that was lost is seen to be lost.
 */
export function shownChapters({ chapters, departures }: Staged): readonly Shown[] {
  const shown = chapters.flatMap((chapter, i): readonly Shown[] => {
    const { fromMs, label, world, stage, counts } = chapter
    const own = { fromMs, label, world, stage, counts, countsFromMs: beginOf(counts, chapters) }
    const before = chapters[i - 1]
    if (!before || before.counts === counts) return [own]
    const holes = leavingHoles(stage, before.stage)
    const untilMs = Math.min(fromMs + LONGEST_MS, lastInto(holes, before.counts, departures))
    if (untilMs <= fromMs) return [own]
    const still = {
      ...own,
      stage: withLeaving(stage, before.stage, holes),
      counts: before.counts,
      countsFromMs: beginOf(before.counts, chapters),
    }
    return untilMs < chapter.toMs ? [still, { ...own, fromMs: untilMs }] : [still]
  })
  return shown
}

/** When what is counted in a chapter began to leave. */
const beginOf = (counts: number, chapters: Staged['chapters']): number =>
  chapters.find(chapter => chapter.counts === counts)?.fromMs ?? 0

/** When the last of a chapter has gone under in one of the holes. */
function lastInto(holes: readonly HoleNode[], before: number, departures: readonly Departures[]): number {
  const ids = new Set<string>(holes.map(({ id }) => id))
  return departures
    .filter(({ chapter, course }) => chapter === before && ids.has(course.end))
    .reduce((last, { course, atMs }) => Math.max(last, (atMs.at(-1) ?? -Infinity) + endOf(course)), -Infinity)
}

export const pagesOf = (run: Staged): readonly Chapter[] =>
  shownChapters(run).map(({ world, ...shown }) => ({
    ...shown,
    ranges: rangesOf(world, shown.stage),
    earlier: earlierIn(world, shown.stage),
  }))
