import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Breaks } from '../../state/index.ts'
import { BREAK_WORDS } from './break-words.ts'
import { placeBeside } from './place-beside.ts'
import styles from './BreakMenu.module.css'

export interface BreakMenuProps {
  readonly breaks: Breaks
  /** What was pressed, on the screen. */
  readonly at: DOMRect
  readonly onChoose: (kind: Breaks['choices'][number]['kind']) => void
  /** Closed without a choice; `byKey`: the focus goes back. */
  readonly onClose: (byKey: boolean) => void
}

/** What can be done now to what was pressed, beside it. */
export function BreakMenu({ breaks, at, onChoose, onClose }: BreakMenuProps) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>()
  useLayoutEffect(() => {
    const { width, height } = box.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
    setPlace(placeBeside(at, { width, height }, { width: innerWidth, height: innerHeight }))
  }, [at, breaks])
  const focusAt = (index: number) => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    items.at(index % items.length)?.focus({ preventScroll: true })
  }
  const isPlaced = place !== undefined
  useEffect(() => {
    if (isPlaced) focusAt(0)
  }, [isPlaced, breaks])

  const leave = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && box.current?.contains(event.target)) return
    onClose(false)
  })
  useEffect(() => {
    const kinds = ['pointerdown', 'wheel', 'resize'] as const
    const options = { capture: true, passive: true }
    for (const kind of kinds) addEventListener(kind, leave, options)
    return () => {
      for (const kind of kinds) removeEventListener(kind, leave, options)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(box.current?.querySelectorAll('[role=menuitem]') ?? [])]
    const now = items.indexOf(document.activeElement ?? document.body)
    const places: Readonly<Record<string, number>> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      Home: 0,
      End: -1,
    }
    const next = places[event.key]
    if (next !== undefined) focusAt(next)
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(true)
    else if (event.key !== 'Enter' && event.key !== ' ') return
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault()
  }
  const pods = breaks.pods === 1 ? '' : `, ${String(breaks.pods)} pods`
  return (
    <div
      ref={box}
      className={styles['menu']}
      style={place ?? { visibility: 'hidden' }}
      data-testid="break-menu"
      onKeyDown={onKeyDown}
    >
      <p className={styles['name']} aria-hidden="true">
        <b>{breaks.name}</b>
        {pods}
      </p>
      <div role="menu" aria-label={`From now on, ${breaks.name}${pods}`}>
        {breaks.choices.map(({ kind }) => (
          <button
            key={kind}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles[kind === 'heal' ? 'heal' : 'choice']}
            onClick={() => {
              onChoose(kind)
            }}
          >
            <span>{BREAK_WORDS[kind].title}</span>
            <span className={styles['says']}>{BREAK_WORDS[kind].says}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
