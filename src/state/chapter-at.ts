import type { Chapter } from '../worker/protocol.ts'
import type { Run } from './playback-store.ts'

/** What the stage shows at a moment; undefined where there is nothing to show. */
export function chapterAt(run: Run | undefined, nowMs: number): Chapter | undefined {
  const chapters = run?.picture.chapters ?? []
  return chapters.findLast(({ fromMs }) => fromMs <= nowMs) ?? chapters[0]
}

/** Since when requests left that are counted at a moment. */
export function countedSince(run: Run | undefined, nowMs: number): number {
  return chapterAt(run, nowMs)?.countsFromMs ?? 0
}
