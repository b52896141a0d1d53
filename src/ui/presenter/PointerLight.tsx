import { useEffect, useRef } from 'react'
import styles from './Presenter.module.css'

interface PointerLightProps {
  readonly kind: 'laser' | 'spotlight'
  /** On the stage: where it is until the pointer moves. */
  readonly target: string | undefined
}

/** A dot, or a pool of light, that goes with the pointer. It never takes a press. */
export function PointerLight({ kind, target }: PointerLightProps) {
  const light = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const moveTo = (x: number, y: number) => {
      light.current?.style.setProperty('--x', `${String(x)}px`)
      light.current?.style.setProperty('--y', `${String(y)}px`)
    }
    const item = target === undefined ? undefined : document.querySelector(`[data-item="${CSS.escape(target)}"]`)
    const box = (item ?? document.querySelector('main'))?.getBoundingClientRect()
    if (box) moveTo(box.x + box.width / 2, box.y + box.height / 2)
    const follow = ({ clientX, clientY }: PointerEvent) => {
      moveTo(clientX, clientY)
    }
    document.addEventListener('pointermove', follow)
    return () => {
      document.removeEventListener('pointermove', follow)
    }
  }, [target])
  return <div ref={light} className={styles[kind]} data-testid={kind} aria-hidden="true" />
}
