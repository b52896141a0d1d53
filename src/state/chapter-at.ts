import type { Chapter } from '../worker/protocol.ts'
import type { Run } from './playback-store.ts'

/** What the stage shows at a moment; undefined where there is nothing to show. */
export function chapterAt(run: Run | undefined, nowMs: number): Chapter | undefined {
  const chapters = run?.picture.chapters ?? []
  return chapters.findLast(({ fromMs }) => fromMs <= nowMs) ?? chapters[0]
}

/** Since when the numbers count that are shown at a moment. */
export function countedSince(run: Run | undefined, nowMs: number): number {
  const counts = chapterAt(run, nowMs)?.counts
  return run?.picture.chapters.find(chapter => chapter.counts === counts)?.fromMs ?? 0
}
