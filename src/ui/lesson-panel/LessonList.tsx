import { Check } from 'lucide-react'
import type { Lesson } from '../../lessons/index.ts'
import controls from '../controls.module.css'
import styles from './LessonPanel.module.css'

export interface LessonListProps {
  readonly lessons: readonly Lesson[]
  /** Tasks done of a lesson. */
  readonly doneIn: (lesson: Lesson) => number
  readonly onChoose: (id: string) => void
  readonly onLeave: () => void
  /** The text that a lesson took the place of, where it was not brought back. */
  readonly own: { readonly fileName: string; readonly onOpen: () => void } | undefined
}

/** All lessons, to choose one. */
export function LessonList({ lessons, doneIn, onChoose, onLeave, own }: LessonListProps) {
  return (
    <section className={styles['panel']} aria-label="Lessons" data-testid="lessons">
      <div className={styles['scroll']}>
        <h2 id="lesson-title" tabIndex={-1}>
          Lessons
        </h2>
        <p className={styles['words']}>
          Each begins with a mesh that does not do what it should. Your own text comes back when you leave.
        </p>
        <ol className={styles['list']}>
          {lessons.map((lesson, i) => {
            const tasks = lesson.steps.filter(({ task }) => task).length
            const done = doneIn(lesson)
            return (
              <li key={lesson.id}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(lesson.id)
                  }}
                >
                  <span className={styles['number']} data-done={done === tasks ? '' : undefined}>
                    {done === tasks ? <Check size={14} strokeWidth={2} aria-hidden /> : i + 1}
                  </span>
                  <span>
                    <b>{lesson.title}</b>
                    <span className={controls['caption']}>
                      {lesson.section} · {lesson.steps.length} steps
                      {done > 0 && ` · ${done === tasks ? 'done' : `${String(done)} of ${String(tasks)} done`}`}
                    </span>
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
        {own && (
          <button type="button" className={`${controls['box'] ?? ''} ${styles['own'] ?? ''}`} onClick={own.onOpen}>
            Back to {own.fileName}, as before the lesson
          </button>
        )}
      </div>
      <div className={styles['foot']}>
        <button type="button" className={controls['box']} onClick={onLeave}>
          Leave the lessons
        </button>
      </div>
    </section>
  )
}
