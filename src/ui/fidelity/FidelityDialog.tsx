import { Suspense, lazy } from 'react'
import { Dialog } from '../dialog/Dialog.tsx'

/** The table is loaded when it is asked for. */
const FidelityTable = lazy(async () => ({ default: (await import('./FidelityTable.tsx')).FidelityTable }))

export interface FidelityDialogProps {
  readonly open: boolean
  /** The page's address; one of a row brings that row into view. */
  readonly address: string
  readonly onClose: () => void
}

/** Each upstream behaviour: modelled, simplified or absent, with its source and our test. */
export function FidelityDialog({ open, address, onClose }: FidelityDialogProps) {
  return (
    <Dialog open={open} title="How faithful the picture is" onClose={onClose}>
      {open && (
        <Suspense fallback={undefined}>
          <FidelityTable key={address} address={address} />
        </Suspense>
      )}
    </Dialog>
  )
}
