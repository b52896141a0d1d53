import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { KeyCaps } from '../key-caps/KeyCaps.tsx'
import { findCommands } from './find-commands.ts'
import type { Command } from './find-commands.ts'
import styles from './Palette.module.css'

export interface PaletteProps {
  readonly commands: readonly Command[]
  /** What is typed may be a place: `line 24`. */
  readonly commandFor: (typed: string) => Command | undefined
  readonly onChoose: (command: Command) => void
}

/** More than these nobody reads; typing narrows them down. */
const MOST_SHOWN = 60
const PAGE = 8

/** Everything by its name: type, choose with the arrow keys, Enter. */
export function Palette({ commands, commandFor, onChoose }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = useMemo(() => {
    const place = commandFor(typed)
    return place ? [place] : findCommands(typed, commands).slice(0, MOST_SHOWN)
  }, [typed, commands, commandFor])
  const marked = found[Math.min(at, found.length - 1)]
  const optionId = (command: Command) => `${id}${command.id}`
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + PAGE, last),
      PageUp: Math.max(at - PAGE, 0),
    }
    const next = places[event.key]
    if (next !== undefined) setAt(Math.max(0, next))
    else if (event.key === 'Enter' && marked) onChoose(marked)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['palette']}>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={styles['field']}
        aria-label="Command, example, service, problem or line"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={marked && optionId(marked)}
        placeholder="Command, service, example, line 24"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label="Found" className={styles['list']}>
        {found.map(command => (
          <div
            key={command.id}
            id={optionId(command)}
            role="option"
            aria-selected={command === marked}
            className={styles['option']}
            onPointerDown={event => {
              event.preventDefault() // the focus stays in the field
            }}
            onClick={() => {
              onChoose(command)
            }}
          >
            <span className={styles['title']}>{command.title}</span>
            <span className={styles['group']}>{command.group}</span>
            {command.keys !== undefined && <KeyCaps keys={command.keys} />}
          </div>
        ))}
      </div>
      <p className={styles['none']} role="status">
        {found.length === 0 ? 'Nothing of that name.' : ''}
      </p>
    </div>
  )
}
