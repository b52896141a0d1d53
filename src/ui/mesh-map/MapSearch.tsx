import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { MapFocus, MeshMap } from '../../scene/index.ts'
import { groupWord } from './map-words.ts'
import styles from './MeshMap.module.css'

interface MapSearchProps {
  readonly map: MeshMap
  readonly searches: number
  readonly onEnter: (focus: MapFocus) => void
  /** Nothing more is searched: the focus goes back. */
  readonly onLeave: () => void
}

const MOST = 12

/** Finds a service or a group by a part of its name, and goes there. */
export function MapSearch({ map, searches, onEnter, onLeave }: MapSearchProps): ReactNode {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (searches > 0) input.current?.focus()
  }, [searches])
  const found = useMemo(() => findIn(map, text), [map, text])
  const go = (focus: MapFocus | undefined) => {
    if (!focus) return
    setText('')
    onEnter(focus)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') go(found[active])
    else if (event.key === 'Escape' && text !== '') setText('')
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOpen = text.trim() !== ''
  return (
    <div className={styles['search']}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={`Find a service or ${groupWord(map)}`}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={isOpen && found[active] ? `${id}${String(active)}` : undefined}
        placeholder="Find a service  /"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={id} role="listbox" aria-label="Found" className={styles['found']}>
          {found.map((focus, i) => (
            <div
              key={`${focus.kind} ${focus.id}`}
              id={`${id}${String(i)}`}
              role="option"
              aria-selected={i === active}
              onPointerDown={event => {
                event.preventDefault() // the focus stays in the field
              }}
              onClick={() => go(focus)}
            >
              <span>{focus.id.split('/').at(-1)}</span>
              <span>{focus.kind === 'group' ? groupWord(map) : focus.id.split('/')[0]}</span>
            </div>
          ))}
          {found.length === 0 && (
            <p role="option" aria-selected={false} aria-disabled>
              Nothing of that name
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** Those that begin with it first. */
function findIn({ nodes }: MeshMap, text: string): readonly MapFocus[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const groups = [...new Set(nodes.map(node => node.group))]
  const all = [
    ...groups.map(id => ({ kind: 'group', id }) as const),
    ...nodes.map(({ id }) => ({ kind: 'node', id }) as const),
  ]
  const rank = ({ id }: MapFocus): number => Number(!(id.split('/').at(-1) ?? '').toLowerCase().startsWith(wanted))
  return all
    .filter(({ id }) => id.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}
