import { useEffect, useRef } from 'react'
import type { Headline } from '../../scene/index.ts'
import { useSwipe } from './use-swipe.ts'
import styles from './Presenter.module.css'

interface PresenterHeadProps {
  /** Undefined: what is measured. */
  readonly title: string | undefined
  readonly headline: Headline
  readonly fileName: string
  readonly onSwipe: (by: 1 | -1) => void
}

/** What this step says, in large letters; under it what is measured. */
export function PresenterHead({ title, headline, fileName, onSwipe }: PresenterHeadProps) {
  const words = title ?? headline.title
  const swipe = useSwipe(onSwipe)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles['head']} {...swipe}>
      <div className={styles['words']}>
        <h1
          ref={heading}
          tabIndex={-1}
          data-long={words.length > 60 ? '' : undefined}
          data-testid="presented"
          aria-live="polite"
        >
          {words}
        </h1>
        <p>{title === undefined ? headline.detail : headline.title}</p>
      </div>
      <span className={styles['file']}>{fileName}</span>
    </div>
  )
}
