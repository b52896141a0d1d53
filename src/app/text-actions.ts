import { flushSync } from 'react-dom'
import type { TextEdit } from '../core/base/text-range.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { isNote } from '../state/index.ts'
import type { LocatedDiagnostic } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import type { Reach } from './reach.ts'
import { writeToClipboard } from './write-clipboard.ts'

/** Opening, repairing and writing the text. */
export function textActions(stores: Stores, reach: Reach, engine: Engine) {
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
  const diagnostics = () => (picture.getState().problems ?? []).filter(one => !isNote(one))
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
