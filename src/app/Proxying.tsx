import { Suspense, lazy, useMemo } from 'react'
import { useStore } from 'zustand'
import type { TextRange } from '../core/base/text-range.ts'
import { countRows, idAt, rowsOfRequest } from '../state/index.ts'
import type { LocatedRow } from '../state/index.ts'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'

/** Not needed for the first paint. */
const ProxyPanel = lazy(async () => ({ default: (await import('../ui/inspector/ProxyPanel.tsx')).ProxyPanel }))

export interface ProxyingProps {
  readonly actions: PageActions
  readonly onReveal: (range: TextRange) => void
}

/** The Proxy tab over the stores: a row's YAML lights up, and what stands for it on the stage is selected. */
export function Proxying({ actions, onReveal }: ProxyingProps) {
  const { playback, picture, proxy, selection } = useStores()
  const shown = useStore(proxy)
  const run = useStore(playback, state => state.run)
  const shownMs = useStore(playback, state => state.shownMs)
  const latest = useStore(picture, state => state.latest)
  const focus = useStore(selection, state => state.focus)
  const counts = useMemo(() => countRows(shown.uses, run ? shownMs : 0), [shown.uses, run, shownMs])
  const followed = useMemo(() => rowsOfRequest(shown.uses, focus), [shown.uses, focus])
  const reveal = ({ range }: LocatedRow) => {
    if (!range) return
    selection.getState().select(latest && idAt(latest.ranges, range.start))
    onReveal(range)
  }
  const copy = (text: string) => {
    void actions.copy(text)
  }
  return (
    <Suspense>
      <ProxyPanel
        proxy={shown}
        name={latest?.proxy ?? 'The caller'}
        counts={counts}
        followed={followed}
        onSection={section => {
          shown.look({ section, row: undefined, json: undefined })
        }}
        onFilter={filter => {
          shown.look({ filter })
        }}
        onRow={row => {
          const isOpen = shown.row === row.id
          shown.look({ row: isOpen ? undefined : row.id, json: undefined })
          if (!isOpen) reveal(row)
        }}
        onReveal={reveal}
        onCopy={copy}
        onCopyAll={() => {
          void actions.proxyJson().then(copy)
        }}
      />
    </Suspense>
  )
}
