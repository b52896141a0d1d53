import { useId, useRef, useState } from 'react'
import { ChevronDown } from 'lucide-react'
import type { Fix } from '../../core/base/diagnostic.ts'
import type { LocatedDiagnostic } from '../../state/index.ts'
import controls from '../controls.module.css'
import { FixPreview } from '../diff/FixPreview.tsx'
import styles from './ProblemList.module.css'

export interface FixOfferProps {
  readonly diagnostic: LocatedDiagnostic
  readonly text: string
  readonly onFix: (diagnostic: LocatedDiagnostic, fix: Fix) => void
  /** A repair is about to be applied, and this offer about to go. */
  readonly onLeave: (offer: HTMLElement | null) => void
}

/** The repair of a problem by its name; pressed, it shows what it and the others would change, each to be applied. */
export function FixOffer({ diagnostic, text, onFix, onLeave }: FixOfferProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const offer = useRef<HTMLButtonElement>(null)
  const { fix, otherFixes = [], severity } = diagnostic
  if (!fix) return undefined
  const fixes = [fix, ...otherFixes]
  return (
    <>
      <button
        ref={offer}
        type="button"
        data-offer=""
        className={`${styles['offer'] ?? ''} ${(severity === 'error' ? controls['ink'] : controls['box']) ?? ''} ${controls['small'] ?? ''}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        {fix.title}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {isOpen && (
        <div id={id} className={styles['preview']}>
          <FixPreview
            fixes={fixes}
            text={text}
            onApply={chosen => {
              onLeave(offer.current)
              setOpen(false)
              onFix(diagnostic, chosen)
            }}
          />
        </div>
      )}
    </>
  )
}
