import { flushSync } from 'react-dom'
import type { Fix } from '../core/base/diagnostic.ts'
import type { TextEdit } from '../core/base/text-range.ts'
import { fails } from '../scene/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import {
  findRequest,
  firstSent,
  isNote,
  latestLanded,
  momentOf,
  neighbourLanding,
  neighbourRequest,
  neighbourMark,
} from '../state/index.ts'
import type { Breaks, InspectorTab, LocatedDiagnostic, Repair } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import { PROBLEMS } from '../help/address.ts'
import { FIDELITY, goTo } from './address.ts'
import { breakActions } from './break-actions.ts'
import { holeActions } from './hole-actions.ts'
import type { Actions } from './keys/actions.ts'
import { presentActions } from './present-actions.ts'
import { reachActions } from './reach-actions.ts'
import type { Reach } from './reach.ts'
import { shareActions } from './share-actions.ts'
import { writeToClipboard } from './write-clipboard.ts'

const TABS: readonly InspectorTab[] = ['trace', 'traffic', 'metrics', 'proxy', 'problems']

export interface PageActions extends Actions {
  readonly focusOn: (number: number) => void
  /** To another moment of the run. */
  readonly seek: (atMs: number) => void
  /** Follows a request and goes to a moment at which it can be seen. */
  readonly visit: (number: number) => void
  /** Its likeliest repair, or the one that is chosen. */
  readonly fix: (diagnostic: LocatedDiagnostic, fix?: Fix) => void
  readonly reveal: (diagnostic: LocatedDiagnostic) => void
  /** One of a hole's card: done in one step, which undo takes back. */
  readonly repair: (repair: Repair) => void
  /** Opens the card of a hole, and follows a request that died there. */
  readonly openHole: (request: number | undefined) => void
  /** Adds a request that a rule of the stage takes, or says why there is none. */
  readonly reachRow: (row: string) => Promise<void>
  /** Goes back to the hole. */
  readonly closeHole: () => void
  readonly openExample: (id: string) => void
  /** A text of a help page takes the place of the one in the editor. */
  readonly tryOut: (text: string, title: string) => void
  readonly writeAssumed: () => Promise<void>
  /** What another text would come to. */
  readonly measure: Engine['measure']
  /** What can be done now to something on the stage; undefined: nothing. */
  readonly breaksOf: (id: string) => Promise<Breaks | undefined>
  /** Does it at the shown moment, which stays: the text says so from now on. */
  readonly breakIt: (id: string, kind: Breaks['choices'][number]['kind']) => Promise<void>
  readonly copy: (text: string) => Promise<void>
  /** Opens what the address holds, if that is a link. */
  readonly followLink: () => Promise<void>
  /** Of a file or several: a text, or a whole state. */
  readonly openFile: (text: string, name: string) => Promise<void>
  /** A text pasted beside every field takes the place of the one in the editor. */
  readonly pasteOver: (text: string) => void
  /** The section that the Proxy tab shows, as Envoy's JSON. */
  readonly proxyJson: () => Promise<string>
}

/** Everything that keys and buttons do, over the stores. */
export function createActions(stores: Stores, reach: Reach, engine: Engine): PageActions {
  const time = timeActions(stores)
  const presenting = presentActions(stores, reach)
  return {
    ...textActions(stores, reach, engine),
    ...breakActions(stores, reach, engine),
    ...time,
    ...presenting,
    ...viewActions(stores, reach),
    ...holeActions(stores, reach, time.focusOn),
    measure: engine.measure,
    ...reachActions(stores, engine),
    ...shareActions(stores, reach, presenting.present),
    proxyJson: () => engine.proxyJson(stores.proxy.getState().section, undefined),
  }
}

function textActions(stores: Stores, reach: Reach, engine: Engine) {
  const { document, picture, playback, selection, traffic, view } = stores
  /** Which problem was gone to last. */
  let problem = -1
  const applyEdits = (edits: readonly TextEdit[]) => {
    reach.editor()?.applyEdits(edits)
  }
  const reveal = ({ range }: LocatedDiagnostic) => {
    view.getState().show({ phoneView: 'yaml', reveal: { range, cursor: true } })
  }
  /** Offsets are good only while the text is the one they were computed for. */
  const isCurrent = () => picture.getState().problemsText === document.getState().text
  const fix = (diagnostic: LocatedDiagnostic | undefined, chosen = diagnostic?.fix) => {
    if (chosen && isCurrent()) applyEdits(chosen.edits)
  }
  /** Closes what lies over the page, which gives the focus back to what opened it, and then hands it to the picture. */
  const goToPicture = () => {
    flushSync(() => {
      view.getState().show({ dialog: undefined, phoneView: 'picture' })
    })
    reach.controls()?.focus()
  }
  const open = (text: string, title: string) => {
    traffic.getState().use(undefined)
    selection.getState().clear()
    document.getState().open(text, title)
    playback.getState().play(true)
    reach.editor()?.openText(text)
  }
  const diagnostics = () => picture.getState().problems.filter(one => !isNote(one))
  return {
    reveal,
    fix,
    undo: (again: boolean) => {
      const focused = globalThis.document.activeElement
      if (again) reach.editor()?.redo()
      else reach.editor()?.undo()
      // Monaco takes the focus for itself.
      if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus({ preventScroll: true })
    },
    fixProblem: () => {
      fix(diagnostics().find(one => one.fix))
    },
    nextProblem: (by: 1 | -1) => {
      const { length } = diagnostics()
      problem = problem < 0 && by < 0 ? length - 1 : (problem + by + length) % Math.max(1, length)
      const diagnostic = diagnostics()[problem]
      if (diagnostic) reveal(diagnostic)
    },
    openExample: (id: string) => {
      const scenario = SCENARIOS.find(one => one.id === id)
      if (scenario) open(scenario.text, scenario.title)
      goToPicture()
    },
    tryOut: (text: string, title: string) => {
      const before = document.getState()
      open(text, title)
      goToPicture()
      const undo = {
        title: 'Undo',
        run: () => {
          document.getState().open(before.text, before.fileName)
          reach.editor()?.setText(before.text)
        },
      }
      view.getState().show({ notice: { text: `Opened ${title}. Undo brings your text back.`, action: undo } })
    },
    writeAssumed: async () => {
      applyEdits(await engine.writeAssumed())
      const undo = { title: 'Undo', run: () => reach.editor()?.undo() }
      view.getState().show({ notice: { text: 'Wrote down what was assumed.', action: undo } })
    },
    copy: async (text: string) => {
      const said = await writeToClipboard(text)
      view.getState().show({ notice: { text: said } })
    },
    pasteOver: (text: string) => {
      const before = document.getState().text
      reach.editor()?.setText(text)
      const undo = { title: 'Undo', run: () => reach.editor()?.setText(before) }
      view.getState().show({ notice: { text: 'Pasted over the whole text.', action: undo } })
    },
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

function timeActions({ playback, selection, settings, view }: Stores) {
  const run = () => playback.getState().run
  const now = () => playback.getState().nowMs()
  /** To another moment, where what was said in passing of this one is not true. */
  const seek = (atMs: number) => {
    view.getState().show({ notice: undefined })
    playback.getState().seek(atMs)
  }
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
    seek(momentOf(request))
  }
  const lastLanded = (fits: Parameters<typeof latestLanded>[2]) => {
    const current = run()
    return current && latestLanded(current, now(), fits)
  }
  return {
    focusOn,
    visit,
    seek,
    playPause: () => {
      const { playing, play } = playback.getState()
      const current = run()
      if (!playing && current && now() >= current.picture.log.untilMs) seek(current.picture.log.fromMs)
      play(!playing)
    },
    step: (by: 1 | -1) => {
      const current = run()
      const near = current ? [neighbourLanding(current, now(), by), neighbourMark(current, now(), by)] : []
      const known = near.filter(each => each !== undefined)
      const atMs = known.length > 0 ? (by === 1 ? Math.min(...known) : Math.max(...known)) : undefined
      playback.getState().play(false)
      if (atMs !== undefined) seek(atMs)
    },
    seekBy: (ms: number) => {
      seek(now() + ms)
    },
    toStart: () => {
      seek(0)
    },
    nextRequest: (by: 1 | -1) => {
      const { focus } = selection.getState()
      const current = run()
      const number =
        focus === undefined || !current ? lastLanded(() => true)?.number : neighbourRequest(current, focus, by)
      if (number !== undefined) visit(number)
    },
    traceLoss: () => {
      const current = run()
      const isLost: Parameters<typeof latestLanded>[2] = ({ course }) => fails(course.outcome)
      // What has landed is told where time stands; where none has yet, the first one that will is gone to.
      const lost = lastLanded(isLost)
      if (lost) {
        focusOn(lost.number)
        return
      }
      const first = current && firstSent(current, isLost)
      if (!first) return
      const before = now()
      visit(first.number)
      const action = {
        title: 'Go back',
        run: () => {
          playback.getState().seek(before)
        },
      }
      view.getState().show({
        notice: {
          text: `None has failed by ${seconds(before)}. The first one does here, at ${seconds(now())}.`,
          action,
        },
      })
    },
  }
}

function viewActions({ map, selection, settings, view }: Stores, reach: Reach) {
  /** Whether the map was in the way of the stage, which has the focus then. */
  const leaveMap = (): boolean => {
    if (!map.getState().open) return false
    flushSync(() => {
      map.getState().show(false)
    })
    reach.controls()?.focus()
    return true
  }
  return {
    fit: () => {
      reach.controls()?.fit()
    },
    zoom: (by: 1 | -1) => {
      reach.controls()?.zoom(by)
    },
    togglePods: () => {
      const left = leaveMap()
      view.getState().show({ podView: left || !view.getState().podView, ...(left && { asTable: false }) })
    },
    toggleTable: () => {
      const toTable = leaveMap() || !view.getState().asTable
      flushSync(() => {
        view.getState().show({ asTable: toTable, phoneView: 'picture' })
      })
      reach.controls()?.focus()
    },
    showExport: () => {
      flushSync(() => {
        view.getState().show({ dialog: undefined, phoneView: 'picture' })
      })
      if (reach.controls()?.still()) view.getState().show({ dialog: 'export' })
    },
    toggleMap: () => {
      if (!leaveMap()) map.getState().show(true)
    },
    search: () => {
      map.getState().search()
    },
    showTab: (index: number) => {
      const tab = TABS[index]
      if (tab) selection.getState().showTab(tab)
      settings.getState().change({ inspectorOpen: true })
    },
    toggleEditor: () => {
      settings.getState().change({ editorOpen: !settings.getState().editorOpen })
    },
    toggleInspector: () => {
      settings.getState().change({ inspectorOpen: !settings.getState().inspectorOpen })
    },
    showKeys: () => {
      view.getState().show({ dialog: 'keys' })
    },
    showFidelity: () => {
      goTo(FIDELITY)
    },
    showProblems: () => {
      goTo(PROBLEMS)
    },
    escape: () => {
      const { open, trail, backTo } = map.getState()
      if (open) {
        if (trail.length > 0) backTo(trail.length - 1)
        else leaveMap()
        return
      }
      const { focus, selected, focusOn, select } = selection.getState()
      if (focus === undefined && selected === undefined) view.getState().show({ podView: false })
      focusOn(undefined)
      select(undefined)
    },
  }
}
