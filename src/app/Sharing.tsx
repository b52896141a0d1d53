import { useState } from 'react'
import { LONGEST_LINK, fileOf, linkOf } from '../share/index.ts'
import { SharePanel } from '../ui/share/SharePanel.tsx'
import { useStores } from '../ui/stores.ts'
import { STATE_FILE } from './share-actions.ts'
import { addressOf, frameOf, presentedNow, shared, stateNow } from './state-now.ts'

interface SharingProps {
  /** Refused resources go on as they were accepted before. */
  readonly keepsEarlier: boolean
  /** Absent: there is no picture to save. */
  readonly onSavePicture: (() => void) | undefined
}

/** The state as a link, a file and a frame. */
export function Sharing({ keepsEarlier, onSavePicture }: SharingProps) {
  const stores = useStores()
  // As it was when the dialog opened, whatever plays behind it.
  const [state] = useState(() => stateNow(stores))
  const [presented] = useState(() => presentedNow(stores))
  const file = state.name.replace(/[.](ya?ml|json|txt)$/i, '').replaceAll(/[^\w.-]+/g, '-') || 'mesh'
  return (
    <SharePanel
      atMs={state.atMs ?? state.fromMs ?? 0}
      focus={state.focus}
      isPresented={presented !== undefined}
      keepsEarlier={keepsEarlier}
      longest={LONGEST_LINK}
      linkOf={async choice => {
        const link = addressOf(await linkOf(shared(state, choice, presented)))
        return { link, frame: frameOf(link, state.name) }
      }}
      onSaveText={() => {
        save(state.text, `${file}.yaml`, 'application/yaml')
      }}
      onSavePicture={onSavePicture}
      onSaveState={choice => {
        save(fileOf(shared(state, choice, presented)), `${file}${STATE_FILE}`, 'application/json')
      }}
    />
  )
}

function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}
