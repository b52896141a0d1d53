import type { Landed, Results } from '../../lessons/index.ts'
import { countUntil } from '../../scene/index.ts'
import { chapterAt } from '../chapter-at.ts'
import type { Run } from '../playback-store.ts'

/** What has landed by `nowMs`, as lessons ask for it: the same requests that the stage counts then. */
export function resultsAt(run: Run, nowMs: number): Results | undefined {
  const chapter = chapterAt(run, nowMs)
  if (!chapter) return undefined
  const landed = run.picture.log.departures.flatMap(({ chapter: of, course, requestClass, atMs }): Landed[] => {
    const count = of === chapter.counts ? countUntil(atMs, nowMs - course.landsAtMs) : 0
    if (count === 0 || !requestClass) return []
    const { outcome, touches, end, tries = 0 } = course
    return [{ request: requestClass.request, outcome, touches: new Set([...touches, end]), tries, count }]
  })
  return { stage: chapter.stage, landed }
}
