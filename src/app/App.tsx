import { Suspense, lazy, useMemo } from 'react'
import { useStore } from 'zustand'
import type { LanguageService } from '../core/language/index.ts'
import { Guard } from '../ui/Guard.tsx'
import { Notice } from '../ui/notice/Notice.tsx'
import { PhoneNav } from '../ui/phone-nav/PhoneNav.tsx'
import { chapterAt } from '../state/index.ts'
import { useStores } from '../ui/stores.ts'
import { TopBar } from '../ui/toolbar/TopBar.tsx'
import { Announcer } from './Announcer.tsx'
import { Dialogs } from './Dialogs.tsx'
import { Editing } from './Editing.tsx'
import { Failure } from './Failure.tsx'
import { Inspecting } from './Inspecting.tsx'
import { PlayBar } from './PlayBar.tsx'
import { Refused } from './Refused.tsx'
import { Staging } from './Staging.tsx'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import { standingOf } from './news.ts'
import { useAnnotationsOf } from './use-annotations-of.ts'
import { useHandBack } from './use-hand-back.ts'
import { PHONE, UPRIGHT } from './small.ts'
import { useMedia } from './use-media.ts'
import { partNotes, useProblems } from './use-problems.ts'
import { useStage } from './use-stage.ts'
import styles from './App.module.css'

/** Not needed for the first paint. */
const Presenting = lazy(async () => ({ default: (await import('./presenter.ts')).Presenting }))
/** Not needed for the first paint, but there before anybody prints. */
const PrintSheet = lazy(async () => ({ default: (await import('./export/PrintSheet.tsx')).PrintSheet }))
const Exporting = lazy(async () => ({ default: (await import('./export/Exporting.tsx')).Exporting }))
/** Loaded when it is asked for. */
const UnseenList = lazy(async () => ({ default: (await import('../ui/unseen/UnseenList.tsx')).UnseenList }))
const Lessons = lazy(async () => ({ default: (await import('./Lessons.tsx')).Lessons }))
const Mapping = lazy(async () => ({ default: (await import('./Mapping.tsx')).Mapping }))

export interface AppProps {
  readonly actions: PageActions
  readonly reach: Reach
  readonly language: LanguageService
}

/** The whole page: regions and what connects them. */
export function App({ actions, reach, language }: AppProps) {
  const { document: documentStore, lesson, map, picture, presenter, selection, settings, view } = useStores()
  const fail = useStore(picture, state => state.fail)
  const fileName = useStore(documentStore, state => state.fileName)
  const { theme, reducedMotion, editorOpen, inspectorOpen, change } = useStore(settings)
  const selected = useStore(selection, state => state.selected)
  const tab = useStore(selection, state => state.tab)
  const { notice, phoneView, show } = useStore(view)
  const systemReduced = useMedia('(prefers-reduced-motion: reduce)')
  const still = reducedMotion ?? systemReduced
  const phone = useMedia(PHONE)
  const narrow = useMedia(UPRIGHT)
  const presenting = useStore(presenter, state => state.step !== undefined)
  const inLesson = useStore(lesson, state => state.open)
  const takesLesson = useStore(lesson, state => state.lesson !== undefined)
  const lessonTitle = useStore(lesson, state => state.title)
  const isMet = useStore(lesson, state => state.isMet)
  const mapOpen = useStore(map, state => state.open) && !presenting
  const shown = useStage(narrow, presenting)
  const found = useProblems(
    useStore(picture, state => state.problems),
    shown.stale ? undefined : shown.tally,
  )
  const { problems, notes } = useMemo(() => partNotes(found), [found])
  const annotations = useAnnotationsOf(shown)
  const told = shown.stale ? undefined : chapterAt(shown.run, shown.shownMs)
  const of = told?.stage ? `${shown.run?.picture.signature ?? ''} ${String(told.fromMs)}` : shown.headline.title
  const standing = standingOf(of, shown.headline, shown, isMet)
  useHandBack('editor', editorOpen)
  useHandBack('inspector', inspectorOpen)

  const onSelect = (id: string) => {
    selection.getState().select(id)
    annotations.onSelect(id, actions.openHole, reveal => {
      show({ reveal, phoneView: 'yaml' })
    })
  }

  return (
    <div
      className={styles['app']}
      data-editor={editorOpen ? 'on' : 'off'}
      data-inspector={inspectorOpen ? 'on' : 'off'}
      data-lesson={inLesson ? (takesLesson ? 'taken' : 'list') : undefined}
      data-view={phoneView === 'lesson' && !inLesson ? 'picture' : phoneView}
      data-empty={shown.latest && !shown.stage ? '' : undefined}
      data-presenting={presenting ? '' : undefined}
      data-tab={tab}
    >
      <TopBar
        title={takesLesson ? lessonTitle : fileName}
        callers={shown.run?.picture.callers ?? []}
        proxy={shown.run?.picture.proxy}
        dark={theme === 'dark'}
        editorOpen={editorOpen}
        inspectorOpen={inspectorOpen}
        isLesson={takesLesson}
        onOpenExamples={() => {
          if (takesLesson) actions.listLessons()
          else show({ dialog: 'examples' })
        }}
        lessonsOpen={inLesson}
        onToggleLessons={actions.toggleLessons}
        onLookFrom={selection.getState().lookFrom}
        mapOpen={mapOpen}
        onToggleMap={actions.toggleMap}
        onToggleEditor={actions.toggleEditor}
        onToggleInspector={actions.toggleInspector}
        onToggleTheme={() => {
          change({ theme: theme === 'dark' ? 'light' : 'dark' })
        }}
        onPresent={shown.stage ? () => actions.present() : undefined}
        onFind={actions.showPalette}
        onShare={actions.showShare}
        onShowKeys={actions.showKeys}
      />
      {presenting && (
        <Suspense fallback={null}>
          <Presenting actions={actions} shown={shown} />
        </Suspense>
      )}
      {inLesson && (
        <div id="lesson" className={styles['lesson']}>
          <Suspense fallback={null}>
            <Lessons reach={reach} />
          </Suspense>
        </div>
      )}
      <div id="editor" className={styles['editor']} data-testid="editor">
        <Editing
          actions={actions}
          reach={reach}
          language={language}
          shown={shown}
          problems={problems}
          annotations={annotations}
        />
      </div>
      <main className={styles['stage']} data-testid="stage">
        <Guard onFailure={fail}>
          {mapOpen ? (
            <Suspense fallback={null}>
              <Mapping actions={actions} reach={reach} still={still} />
            </Suspense>
          ) : (
            <Staging
              actions={actions}
              reach={reach}
              shown={shown}
              problems={problems}
              annotations={annotations}
              still={still}
            />
          )}
        </Guard>
        {!mapOpen && !presenting && shown.run?.picture.proxy !== undefined && (
          <Suspense>
            <UnseenList
              key={shown.run.picture.proxy}
              caller={shown.run.picture.proxy}
              unseen={shown.run.picture.unseen}
              selected={selected}
              onSelect={onSelect}
            />
          </Suspense>
        )}
        <Notice
          notice={notice}
          onGone={() => {
            show({ notice: undefined })
          }}
          onUsed={from => {
            if (from instanceof HTMLElement || from instanceof SVGElement) from.focus({ preventScroll: true })
            if (document.activeElement !== from) reach.controls()?.focus()
          }}
        />
      </main>
      <div id="inspector" className={styles['inspector']}>
        <Inspecting
          actions={actions}
          shown={shown}
          problems={{ problems, onReveal: actions.reveal, onFix: actions.fix }}
          notes={notes}
          phoneView={phone ? phoneView : undefined}
          onReveal={range => {
            show({ reveal: { range, cursor: false } })
          }}
        />
      </div>
      <div className={styles['time']}>
        <PlayBar actions={actions} shown={shown} presenting={presenting} />
      </div>
      {phone && (
        <PhoneNav
          view={phoneView}
          onLessons={actions.listLessons}
          problemCount={problems.length}
          onView={next => {
            show({ phoneView: next })
          }}
        />
      )}
      <Failure />
      <Refused />
      <Announcer standing={standing} />
      <Dialogs
        actions={actions}
        shown={shown}
        still={still}
        canPresent={shown.stage !== undefined}
        canSavePicture={shown.stage !== undefined && !mapOpen && !presenting}
        onSelect={onSelect}
      />
      <Suspense>
        <Exporting reach={reach} />
        <PrintSheet reach={reach} problems={problems} />
      </Suspense>
    </div>
  )
}
