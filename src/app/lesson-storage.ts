import type { LessonKept, LessonStore } from '../state/index.ts'

const KEY = 'meshscope.lessons'

/** How the text of a lesson is called. */
export const LESSON_FILE = 'lesson.yaml'

/** Progress of the last visit; undefined where nothing of ours can be read. */
export function loadLessons(storage: Storage): LessonKept | undefined {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as LessonKept | null
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const isKept = (kept: LessonKept | null): kept is LessonKept =>
  kept !== null &&
  typeof kept.open === 'boolean' &&
  ['string', 'undefined'].includes(typeof kept.lesson) &&
  Number.isInteger(kept.step) &&
  Number.isInteger(kept.hints) &&
  Array.isArray(kept.done) &&
  kept.done.every(one => typeof one === 'string') &&
  typeof kept.left === 'object' &&
  Object.values(kept.left).every(one => Number.isInteger(one.step) && typeof one.text === 'string') &&
  (kept.own === undefined || (typeof kept.own.text === 'string' && typeof kept.own.fileName === 'string'))

/** Writes progress down whenever there is some. */
export function keepLessons(lessons: LessonStore, storage: Storage): void {
  let last = ''
  lessons.subscribe(({ open, lesson, step, hints, done, left, own, inspector }) => {
    const kept = JSON.stringify({ open, lesson, step, hints, done, left, own, inspector } satisfies LessonKept)
    if (kept === last) return
    last = kept
    try {
      storage.setItem(KEY, kept)
    } catch {
      // The browser has no room: the lesson goes on without.
    }
  })
}
