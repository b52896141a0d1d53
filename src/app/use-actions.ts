import { useMemo } from 'react'
import type { RefObject } from 'react'
import { findRequest, latestLanded, momentOf, neighbourLanding } from '../state/index.ts'
import type { InspectorTab, LocatedDiagnostic } from '../state/index.ts'
import type { EditorPaneHandle } from '../ui/editor-pane/editor-pane-props.ts'
import type { StageControls } from '../ui/graph-pane/graph-pane-props.ts'
import { useStores } from '../ui/stores.ts'
import type { Actions } from './keys.ts'

const TABS: readonly InspectorTab[] = ['trace', 'traffic', 'problems']

export interface Reach {
  readonly editor: RefObject<EditorPaneHandle | null>
  readonly controls: RefObject<StageControls | undefined>
  readonly reveal: (diagnostic: LocatedDiagnostic) => void
  readonly showKeys: () => void
}

export interface PageActions extends Actions {
  focusOn(number: number): void
  /** Follows a request and goes to a moment at which it can be seen. */
  visit(number: number): void
  fix(diagnostic: LocatedDiagnostic): void
}

/** Everything that keys and buttons do, over the stores. */
export function useActions({ editor, controls, reveal, showKeys }: Reach): PageActions {
  const { playback, selection, picture, settings } = useStores()
  return useMemo(() => {
    const run = () => playback.getState().run
    const now = () => playback.getState().nowMs()
    let problem = -1

    const focusOn = (number: number) => {
      playback.getState().play(false)
      selection.getState().focusOn(number)
      selection.getState().showTab('trace')
      settings.getState().change({ inspectorOpen: true })
    }
    const visit = (number: number) => {
      const current = run()
      const request = current && findRequest(current, number)
      if (!request) return
      focusOn(number)
      playback.getState().seek(momentOf(current, request))
    }
    const landed = (fits: Parameters<typeof latestLanded>[2]) => {
      const current = run()
      return current && latestLanded(current, now(), fits)
    }
    return {
      focusOn,
      visit,
      fix: diagnostic => {
        const { text } = picture.getState()
        if (diagnostic.fix && text !== '') editor.current?.applyEdits(diagnostic.fix.edits)
      },
      playPause: () => {
        const { playing, run, nowMs, seek, play } = playback.getState()
        if (!playing && run && nowMs() >= run.fromMs + run.picture.log.untilMs) seek(run.fromMs)
        play(!playing)
      },
      step: by => {
        const current = run()
        const atMs = current && neighbourLanding(current, now(), by)
        playback.getState().play(false)
        if (atMs !== undefined) playback.getState().seek(atMs)
      },
      seekBy: ms => {
        playback.getState().seek(now() + ms)
      },
      toStart: () => {
        playback.getState().seek(run()?.fromMs ?? 0)
      },
      nextRequest: by => {
        const { focus } = selection.getState()
        const number = focus === undefined ? landed(() => true)?.number : focus + by
        if (number !== undefined) visit(number)
      },
      traceLoss: () => {
        const lost = landed(({ course }) => course.outcome !== 'succeeded')
        if (lost) visit(lost.number)
      },
      fit: () => {
        controls.current?.fit()
      },
      zoom: by => {
        controls.current?.zoom(by)
      },
      showTab: index => {
        const tab = TABS[index]
        if (tab) selection.getState().showTab(tab)
      },
      toggleEditor: () => {
        settings.getState().change({ editorOpen: !settings.getState().editorOpen })
      },
      toggleInspector: () => {
        settings.getState().change({ inspectorOpen: !settings.getState().inspectorOpen })
      },
      nextProblem: by => {
        const diagnostics = picture.getState().latest?.diagnostics ?? []
        if (diagnostics.length === 0) return
        problem = (((problem + by) % diagnostics.length) + diagnostics.length) % diagnostics.length
        const diagnostic = diagnostics[problem]
        if (diagnostic) reveal(diagnostic)
      },
      fixProblem: () => {
        const { latest, text } = picture.getState()
        const repairable = latest?.diagnostics.find(one => one.fix)
        if (repairable?.fix && text !== '') editor.current?.applyEdits(repairable.fix.edits)
      },
      showKeys,
      escape: () => {
        selection.getState().focusOn(undefined)
        selection.getState().select(undefined)
      },
    }
  }, [playback, selection, picture, settings, editor, controls, reveal, showKeys])
}
