import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { SCENARIOS } from '../scenarios/index.ts'
import { EditorPane } from '../ui/editor-pane/EditorPane.tsx'
import type { EditorPaneHandle, RevealRequest } from '../ui/editor-pane/editor-pane-props.ts'
import { ExamplesDialog } from '../ui/examples/ExamplesDialog.tsx'
import { GraphPane } from '../ui/graph-pane/GraphPane.tsx'
import type { StageControls } from '../ui/graph-pane/graph-pane-props.ts'
import { KeysDialog } from '../ui/keys/KeysDialog.tsx'
import { Notice } from '../ui/notice/Notice.tsx'
import type { NoticeData } from '../ui/notice/Notice.tsx'
import { PhoneNav } from '../ui/phone-nav/PhoneNav.tsx'
import type { PhoneView } from '../ui/phone-nav/PhoneNav.tsx'
import { ProblemFoot } from '../ui/problems/ProblemFoot.tsx'
import { useStores } from '../ui/stores.ts'
import { TopBar } from '../ui/toolbar/TopBar.tsx'
import type { LocatedDiagnostic } from '../state/index.ts'
import type { Engine } from '../worker/engine-client.ts'
import { EmptyStage } from './EmptyStage.tsx'
import { Inspecting } from './Inspecting.tsx'
import { PlayBar } from './PlayBar.tsx'
import { KEY_ROWS, listenToKeys } from './keys.ts'
import { useActions } from './use-actions.ts'
import { useAnnotationsOf } from './use-annotations-of.ts'
import { useMedia } from './use-media.ts'
import { useProblems } from './use-problems.ts'
import { useStage } from './use-stage.ts'
import styles from './App.module.css'

/** The whole page: regions and what connects them. */
export function App({ engine }: { readonly engine: Engine }) {
  const stores = useStores()
  const { document: documentStore, picture, playback, selection, settings } = stores
  const { text, fileName } = useStore(documentStore)
  const { theme, reducedMotion, editorOpen, inspectorOpen } = useStore(settings)
  const { busy, failure, text: annotatedText } = useStore(picture)
  const playing = useStore(playback, state => state.playing)
  const speed = useStore(playback, state => state.speed)
  const { hovered, selected } = useStore(selection)
  const systemReduced = useMedia('(prefers-reduced-motion: reduce)')
  const still = reducedMotion ?? systemReduced
  const phone = useMedia('(max-width: 559px)')

  const editor = useRef<EditorPaneHandle>(null)
  const controls = useRef<StageControls | undefined>(undefined)
  const [dialog, setDialog] = useState<'examples' | 'keys'>()
  const [notice, setNotice] = useState<NoticeData>()
  const [reveal, setReveal] = useState<RevealRequest>()
  const [view, setView] = useState<PhoneView>('picture')

  const closeDialog = useCallback(() => {
    setDialog(undefined)
  }, [])
  const showKeys = useCallback(() => {
    setDialog('keys')
  }, [])
  const revealDiagnostic = useCallback((diagnostic: LocatedDiagnostic) => {
    setView('yaml')
    setReveal({ range: diagnostic.range, cursor: true })
  }, [])
  const forgetNotice = useCallback(() => {
    setNotice(undefined)
  }, [])
  const actions = useActions({ editor, controls, reveal: revealDiagnostic, showKeys })
  useEffect(() => listenToKeys(actions).dispose, [actions])

  const shown = useStage(phone)
  const problems = useProblems(shown.latest, shown.stale ? undefined : shown.tally)
  const annotations = useAnnotationsOf(shown)
  const { stage, stale } = shown
  const worst = problems.find(({ diagnostic }) => diagnostic.fix && diagnostic.severity === 'error')?.diagnostic
  const unreadable = stale ? problems.find(({ diagnostic }) => diagnostic.code === 'YAML')?.diagnostic : undefined
  const fix = useMemo(() => {
    if (unreadable) {
      return {
        label: `Go to line ${String(unreadable.line)}`,
        run: () => {
          revealDiagnostic(unreadable)
        },
      }
    }
    if (!worst?.fix) return undefined
    return {
      label: worst.fix.title,
      run: () => {
        actions.fix(worst)
      },
    }
  }, [unreadable, worst, actions, revealDiagnostic])

  const openExample = (id: string) => {
    const scenario = SCENARIOS.find(one => one.id === id)
    closeDialog()
    if (!scenario) return
    stores.traffic.getState().use(undefined)
    selection.getState().clear()
    documentStore.getState().open(scenario.text, scenario.title)
    editor.current?.setText(scenario.text)
  }
  const problemList = { problems, onReveal: revealDiagnostic, onFix: actions.fix }

  return (
    <div
      className={styles['app']}
      data-editor={editorOpen ? 'on' : 'off'}
      data-inspector={inspectorOpen ? 'on' : 'off'}
      data-view={view}
    >
      <TopBar
        title={fileName}
        callers={shown.run?.picture.callers ?? []}
        proxy={shown.run?.picture.proxy}
        dark={theme === 'dark'}
        onOpenExamples={() => {
          setDialog('examples')
        }}
        onLookFrom={selection.getState().lookFrom}
        onToggleTheme={() => {
          settings.getState().change({ theme: theme === 'dark' ? 'light' : 'dark' })
        }}
        onShowKeys={showKeys}
      />
      <div className={styles['editor']} data-testid="editor">
        <EditorPane
          ref={editor}
          text={text}
          annotatedText={annotatedText}
          onTextChange={documentStore.getState().edit}
          diagnostics={shown.latest?.diagnostics ?? []}
          highlights={annotations.highlights}
          hints={annotations.hints}
          marks={annotations.marks}
          revealRequest={reveal}
          theme={theme}
          onCursor={annotations.onCursor}
          fileName={fileName}
          onFileName={name => {
            documentStore.getState().open(documentStore.getState().text, name)
          }}
          onOpenExamples={() => {
            setDialog('examples')
          }}
          onCollapse={actions.toggleEditor}
          onNotice={message => {
            setNotice({ text: message })
          }}
        >
          <ProblemFoot {...problemList} />
        </EditorPane>
      </div>
      <main className={styles['stage']} data-testid="stage">
        <GraphPane
          stage={stage}
          positions={shown.positions}
          tally={shown.tally}
          headline={shown.headline}
          fix={fix}
          stale={stale}
          busy={busy}
          theme={theme}
          reducedMotion={still}
          countsOnly={still || speed > 5}
          hovered={hovered}
          selected={selected}
          focus={shown.focus}
          particlesNow={shown.particlesNow}
          playing={playing}
          shownMs={shown.shownMs}
          onHover={selection.getState().hover}
          onSelect={id => {
            selection.getState().select(id)
            annotations.onSelect(id, actions.visit, setReveal)
          }}
          onPickParticle={particle => {
            actions.focusOn(particle.record.number)
          }}
          onWriteAssumed={() => {
            void engine.writeAssumed().then(edits => {
              editor.current?.applyEdits(edits)
              setNotice({
                text: 'Wrote down what was assumed.',
                action: { title: 'Undo', run: () => editor.current?.undo() },
              })
            })
          }}
          onSize={shown.onSize}
          onControls={next => {
            controls.current = next
          }}
          empty={<EmptyStage ready={shown.latest !== undefined} onChoose={openExample} />}
        />
        <Notice notice={notice} onGone={forgetNotice} />
      </main>
      <div className={styles['inspector']}>
        <Inspecting
          actions={actions}
          problems={problemList}
          phoneView={phone ? view : undefined}
          onReveal={range => {
            setReveal({ range, cursor: false })
          }}
        />
      </div>
      <div className={styles['time']}>
        <PlayBar actions={actions} shown={shown} />
      </div>
      {phone && <PhoneNav view={view} problemCount={problems.length} onView={setView} />}
      {failure !== undefined && (
        <p className={styles['failure']} role="alert">
          Meshscope failed here, not your YAML.
          <button
            type="button"
            onClick={() => {
              void navigator.clipboard.writeText(`${failure}\n\n${text}`)
            }}
          >
            Copy report
          </button>
        </p>
      )}
      <ExamplesDialog open={dialog === 'examples'} examples={SCENARIOS} onChoose={openExample} onClose={closeDialog} />
      <KeysDialog
        open={dialog === 'keys'}
        rows={KEY_ROWS}
        reducedMotion={still}
        onReducedMotion={reduced => {
          settings.getState().change({ reducedMotion: reduced })
        }}
        onClose={closeDialog}
      />
    </div>
  )
}
