import { useEffect, useRef } from 'react'
import styles from './Presenter.module.css'

/** Nothing to look at while somebody speaks. */
export function BlankScreen({ onLift }: { readonly onLift: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className={styles['blank']}
      aria-label="Dark screen, press to lift"
      onClick={onLift}
    />
  )
}
