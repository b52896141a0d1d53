import type { Chapter } from '../worker/protocol.ts'
import type { Run } from './playback-store.ts'

/** Which chapter of a run a moment is in; 0 before it begins, and where there is nothing to show. */
export function chapterIndexAt({ fromMs, picture }: Run, nowMs: number): number {
  return Math.max(
    0,
    picture.chapters.findLastIndex(chapter => fromMs + chapter.fromMs <= nowMs),
  )
}

/** What the stage shows at a moment; undefined where there is nothing to show. */
export const chapterAt = (run: Run | undefined, nowMs: number): Chapter | undefined =>
  run?.picture.chapters[chapterIndexAt(run, nowMs)]
