import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { ExportDialog } from '../../ui/export/ExportDialog.tsx'
import type { ExportKind } from '../../ui/export/ExportDialog.tsx'
import { useStores } from '../../ui/stores.ts'
import type { Reach } from '../reach.ts'
import { canBeWhole, exportPicture } from './export-picture.ts'
import { saveFile } from './save-file.ts'

/** The dialog that saves and prints the picture, over the stores. */
export function Exporting({ reach }: { readonly reach: Reach }) {
  const stores = useStores()
  const { map, playback, view } = stores
  const open = useStore(view, state => state.dialog === 'export')
  const part = useStore(view, state => state.picturePart)
  const hasParts = useStore(view, state => state.isCut)
  const moves = !useStore(map, state => state.open)
  // What is saved is what was asked for: time stands still meanwhile.
  useEffect(() => {
    if (!open) return
    view.getState().show({ isCut: canBeWhole(reach) })
    const { playing, play } = playback.getState()
    play(false)
    return () => {
      play(playing)
    }
  }, [open, playback, reach, view])
  const [made, setMade] = useState<number>()
  const making = useRef<AbortController>(null)
  const stop = () => {
    making.current?.abort()
  }
  const close = () => {
    stop()
    if (view.getState().dialog === 'export') view.getState().show({ dialog: undefined })
  }
  const save = async (kind: ExportKind) => {
    const { signal } = (making.current = new AbortController())
    setMade(0)
    try {
      const file = await exportPicture(stores, reach, kind, setMade, signal)
      if (!file || signal.aborted) return
      saveFile(file.name, file.blob)
      close()
      view.getState().show({ notice: { text: `Saved ${file.name}.` } })
    } catch (error) {
      if (signal.aborted) return
      close()
      view.getState().show({ notice: { text: `The picture could not be made: ${String(error)}` } })
    } finally {
      setMade(undefined)
    }
  }
  return (
    <ExportDialog
      open={open}
      moves={moves}
      part={hasParts ? part : undefined}
      made={made}
      onPart={picturePart => {
        view.getState().show({ picturePart })
      }}
      onSave={kind => {
        void save(kind)
      }}
      onStop={stop}
      onPrint={() => {
        close()
        window.print()
      }}
      onClose={close}
    />
  )
}
