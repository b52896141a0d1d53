import { Suspense, lazy } from 'react'
import { useStore } from 'zustand'
import { SCENARIOS } from '../scenarios/index.ts'
import { Dialog } from '../ui/dialog/Dialog.tsx'
import { ExamplesDialog } from '../ui/examples/ExamplesDialog.tsx'
import { FidelityDialog } from '../ui/fidelity/FidelityDialog.tsx'
import { HelpDialog } from '../ui/help/HelpDialog.tsx'
import { KeysDialog } from '../ui/keys/KeysDialog.tsx'
import { useStores } from '../ui/stores.ts'
import { leavePage } from './address.ts'
import type { PageActions } from './create-actions.ts'
import { canFillScreen } from './full-screen.ts'
import { EDITOR_KEY_ROWS, KEYS, KEY_ROWS } from './keys/keys.ts'
import { keysThatStay, presenterKeyRows } from './keys/presenter-keys.ts'
import type { useStage } from './use-stage.ts'

/** Loaded when it is asked for. */
const Commanding = lazy(async () => ({ default: (await import('./Commanding.tsx')).Commanding }))
const Sharing = lazy(async () => ({ default: (await import('./Sharing.tsx')).Sharing }))

interface DialogsProps {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
  /** Numbers instead of motion. */
  readonly still: boolean
  readonly canPresent: boolean
  readonly canSavePicture: boolean
  readonly onSelect: (id: string) => void
}

/** What opens over the page, one at a time. */
export function Dialogs({ actions, shown, still, canPresent, canSavePicture, onSelect }: DialogsProps) {
  const { presenter, settings, view } = useStores()
  const { address, dialog, show } = useStore(view)
  const change = useStore(settings, state => state.change)
  const presenting = useStore(presenter, state => state.step !== undefined)
  /** A dialog that gives way to another one is closed by the browser too. */
  const close = (which: typeof dialog) => {
    if (view.getState().dialog === which) show({ dialog: undefined })
  }
  return (
    <>
      <ExamplesDialog
        open={dialog === 'examples'}
        examples={SCENARIOS}
        onChoose={actions.openExample}
        onClose={() => {
          close('examples')
        }}
      />
      <Dialog
        open={dialog === 'palette'}
        title="Everything by its name"
        onClose={() => {
          close('palette')
        }}
      >
        {dialog === 'palette' && (
          <Suspense fallback={undefined}>
            <Commanding actions={actions} shown={shown} still={still} canPresent={canPresent} onSelect={onSelect} />
          </Suspense>
        )}
      </Dialog>
      <Dialog
        open={dialog === 'share'}
        title="Share"
        onClose={() => {
          close('share')
        }}
      >
        {dialog === 'share' && (
          <Suspense fallback={undefined}>
            <Sharing
              keepsEarlier={(shown.earlier?.size ?? 0) > 0}
              onSavePicture={canSavePicture ? actions.showExport : undefined}
            />
          </Suspense>
        )}
      </Dialog>
      <FidelityDialog
        open={dialog === 'fidelity'}
        address={address}
        onClose={() => {
          close('fidelity')
          leavePage('fidelity')
        }}
      />
      <HelpDialog
        open={dialog === 'problems'}
        address={address}
        onMeasure={actions.measure}
        onTryOut={actions.tryOut}
        onCopy={text => {
          void actions.copy(text)
        }}
        onClose={() => {
          close('problems')
          leavePage('problems')
        }}
      />
      <KeysDialog
        open={dialog === 'keys'}
        rows={presenting ? keysThatStay(KEYS) : KEY_ROWS}
        presenting={presenting}
        editorRows={EDITOR_KEY_ROWS}
        presenterRows={presenterKeyRows(canFillScreen())}
        reducedMotion={still}
        onReducedMotion={reduced => {
          change({ reducedMotion: reduced })
        }}
        onClose={() => {
          close('keys')
        }}
      />
    </>
  )
}
