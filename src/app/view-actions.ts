import { flushSync } from 'react-dom'
import { PROBLEMS } from '../help/address.ts'
import type { InspectorTab } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import { FIDELITY, goTo } from './address.ts'
import type { Reach } from './reach.ts'

const TABS: readonly InspectorTab[] = ['trace', 'traffic', 'metrics', 'proxy', 'problems']

/** What is shown, and how. */
export function viewActions({ map, selection, settings, view }: Stores, reach: Reach) {
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
      flushSync(() => {
        view.getState().show({ asTable: !view.getState().asTable, phoneView: 'picture' })
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
