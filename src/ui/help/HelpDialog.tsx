import { Suspense, lazy, useEffect } from 'react'
import { codeOfLink } from '../../help/address.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import type { HelpContentProps } from './help-content-props.ts'

/** The pages are loaded when one is asked for. */
const HelpContent = lazy(async () => ({ default: (await import('./HelpContent.tsx')).HelpContent }))

export interface HelpDialogProps extends Omit<HelpContentProps, 'code'> {
  readonly open: boolean
  /** The page's address: of the list, or of one code. */
  readonly address: string
  readonly onClose: () => void
}

/** What every problem means: the list of codes, and a page for each. */
export function HelpDialog({ open, address, onClose, ...actions }: HelpDialogProps) {
  const code = open ? codeOfLink(address) : undefined
  const title = code ?? 'What every problem means'
  useEffect(() => {
    if (!open) return
    const before = document.title
    document.title = `${title} · ${before}`
    return () => {
      document.title = before
    }
  }, [open, title])
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      {open && (
        <Suspense fallback={undefined}>
          <HelpContent {...actions} code={code} />
        </Suspense>
      )}
    </Dialog>
  )
}
