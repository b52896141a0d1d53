import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { LESSONS, areMet, checkGoals, groundOf } from '../lessons/index.ts'
import type { Hint, Lesson } from '../lessons/index.ts'
import { findPlace } from '../lessons/results.ts'
import type { PhoneView } from '../state/index.ts'
import { resultsAt } from '../state/lesson/results-at.ts'
import { spotOf } from '../state/lesson/spot-of.ts'
import { HintBox } from '../ui/lesson-panel/HintBox.tsx'
import { LessonList } from '../ui/lesson-panel/LessonList.tsx'
import { LessonPanel } from '../ui/lesson-panel/LessonPanel.tsx'
import { useStores } from '../ui/stores.ts'
import type { Reach } from './reach.ts'
import { PHONE, UPRIGHT } from './small.ts'
import { createTeaching, lessonOf } from './teaching.ts'
import { useMedia } from './use-media.ts'

/** The lesson that is taken, over the stores; or all of them to choose from. */
export function Lessons({ reach }: { readonly reach: Reach }) {
  const stores = useStores()
  const { lesson: store, view } = stores
  const teaching = useMemo(() => createTeaching(stores, reach), [stores, reach])
  const { lesson: id, done, own } = useStore(store)
  const lesson = lessonOf(id)
  const title = lesson ? `Lesson ${String(LESSONS.indexOf(lesson) + 1)} of ${String(LESSONS.length)}` : 'Lessons'
  useEffect(() => {
    store.getState().show({ title })
  }, [store, title])
  useEffect(() => {
    // Who opens a lesson reads it first.
    if (view.getState().dialog === undefined) document.getElementById('lesson-title')?.focus({ preventScroll: true })
  }, [view, id])
  if (lesson) return <Taken lesson={lesson} teaching={teaching} />
  return (
    <LessonList
      lessons={LESSONS}
      doneIn={one => one.steps.filter((_, i) => done.includes(taskId(one, i))).length}
      onChoose={teaching.open}
      onLeave={teaching.leave}
      own={own && { fileName: own.fileName, onOpen: teaching.bringBack }}
    />
  )
}

const taskId = ({ id }: Lesson, step: number): string => `${id}/${String(step + 1)}`

interface TakenProps {
  readonly lesson: Lesson
  readonly teaching: ReturnType<typeof createTeaching>
}

function Taken({ lesson, teaching }: TakenProps) {
  const { document: documents, lesson: store, playback, picture, settings, view } = useStores()
  const { step: index, hints, done, show } = useStore(store)
  const { text, opened } = useStore(documents)
  const answered = useStore(picture, state => state.text)
  const ranges = useStore(picture, state => state.latest?.ranges)
  const run = useStore(playback, state => state.run)
  const shownMs = useStore(playback, state => state.shownMs)
  // What was played of the text before says nothing of the one that a step begins with.
  const [known, setKnown] = useState<number>()
  if (answered === text && known !== opened) setKnown(opened)
  const results = useMemo(
    () => (run && known === opened ? resultsAt(run, shownMs) : undefined),
    [run, known, opened, shownMs],
  )
  const step = lesson.steps[Math.min(index, lesson.steps.length - 1)]
  const goals = useMemo(() => checkGoals(step?.task?.goals ?? [], results ?? NOTHING), [step, results])
  const isMet = step?.task && results ? areMet(goals) : undefined
  const ground = useMemo(() => groundOf(lesson.steps, index, results), [lesson, index, results])
  const holds = ground.kind === 'holds'
  const spot = useMemo(
    () => (step && holds && results && run ? spotOf(step, results, run.picture.traffic) : undefined),
    [step, holds, results, run],
  )
  useEffect(() => {
    // The same words are the same spot: nothing is drawn anew for them.
    if (JSON.stringify(store.getState().spot) !== JSON.stringify(spot)) show({ spot })
  }, [store, show, spot])
  useEffect(() => {
    const task = taskId(lesson, index)
    const { done: before } = store.getState()
    show({ isMet, ...(isMet === true && !before.includes(task) && { done: [...before, task] }) })
  }, [show, store, lesson, index, isMet])

  const fold = useFold()

  if (!step) return null
  const after = LESSONS[LESSONS.indexOf(lesson) + 1]
  const isLast = index === lesson.steps.length - 1
  const onShow = ({ place }: Hint) => {
    const found = place && results && findPlace(results.stage, place)
    const range = found && ranges?.get(found.parts[0] ?? found.id)
    show({ lifted: false })
    settings.getState().change({ editorOpen: true })
    if (range) view.getState().show({ phoneView: 'yaml', reveal: { range, cursor: true } })
  }
  return (
    <LessonPanel
      lesson={lesson}
      index={index}
      step={step}
      goals={goals}
      isMet={isMet === true}
      lacks={ground.kind === 'lacks' ? ground.step : undefined}
      onGoTo={at => {
        teaching.goTo(lesson.id, at)
      }}
      done={new Set(lesson.steps.flatMap((_, i) => (done.includes(taskId(lesson, i)) ? [i] : [])))}
      after={after ? 'Next lesson' : 'All lessons'}
      onBack={
        index === 0
          ? undefined
          : () => {
              teaching.goTo(lesson.id, index - 1)
            }
      }
      onNext={() => {
        if (!isLast) teaching.goTo(lesson.id, index + 1)
        else if (after) teaching.open(after.id)
        else teaching.list()
      }}
      onStartOver={teaching.startOver}
      fold={fold}
    >
      {step.task && (
        <HintBox
          task={step.task}
          told={hints}
          text={text}
          onMore={teaching.hint}
          onShow={onShow}
          onApply={teaching.apply}
        />
      )}
    </LessonPanel>
  )
}

/** On a phone: whether the words are folded beside what is shown. The text needs the height, if it stands under them. */
function useFold() {
  const { view } = useStores()
  const isPhone = useMedia(PHONE)
  const isUpright = useMedia(UPRIGHT)
  const shown = useStore(view, state => state.phoneView)
  const [chosen, setChosen] = useState<Partial<Record<PhoneView, boolean>>>({})
  if (!isPhone) return undefined
  return {
    folded: chosen[shown] ?? (shown === 'yaml' && isUpright),
    onFold: (folded: boolean) => {
      setChosen({ ...chosen, [shown]: folded })
    },
  }
}

const NOTHING = {
  stage: { client: { id: '', name: '' }, rules: [], subsets: [], workloads: [], holes: [] },
  landed: [],
}
