import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ProxyId } from '../../core/base/ids.ts'
import type { CallerChoice } from '../../state/index.ts'
import { groupCallers, shortName } from './caller-groups.ts'
import styles from './SeenBy.module.css'

export interface SeenByProps {
  readonly callers: readonly CallerChoice[]
  readonly proxy: ProxyId
  readonly onLookFrom: (proxy: ProxyId) => void
}

/** Whose proxy decides: any workload or gateway, found by typing or by the arrow keys. */
export function SeenBy({ callers, proxy, onLookFrom }: SeenByProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const current = callers.find(caller => caller.proxy === proxy)
  const close = (andFocus: boolean) => {
    setOpen(false)
    if (andFocus) button.current?.focus()
  }
  return (
    <div
      ref={box}
      className={styles['seenBy']}
      onBlur={event => {
        if (!box.current?.contains(event.relatedTarget)) close(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <span className={styles['caption']}>Seen by</span>
        <span className={styles['name']}>{current ? shortName(callers, current) : proxy}</span>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </button>
      {open && (
        <CallerList
          callers={callers}
          proxy={proxy}
          onClose={() => {
            close(true)
          }}
          onLookFrom={chosen => {
            close(true)
            if (chosen !== proxy) onLookFrom(chosen)
          }}
        />
      )}
    </div>
  )
}

function CallerList({ callers, proxy, onLookFrom, onClose }: SeenByProps & { readonly onClose: () => void }) {
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState<ProxyId>(proxy)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => groupCallers(callers, filter), [callers, filter])
  const options = groups.flatMap(group => group.callers)
  const marked = options.find(caller => caller.proxy === active) ?? options[0]
  const optionId = (caller: CallerChoice) => `${id}${caller.proxy}`
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [marked])

  const onKeyDown = (event: KeyboardEvent) => {
    const at = marked ? options.indexOf(marked) : -1
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % options.length,
      ArrowUp: (at - 1 + options.length) % options.length,
      PageDown: Math.min(at + 8, options.length - 1),
      PageUp: Math.max(at - 8, 0),
    }
    const next = options[places[event.key] ?? -1]
    if (next) setActive(next.proxy)
    else if (event.key === 'Enter' && marked) onLookFrom(marked.proxy)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['panel']}>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={styles['filter']}
        aria-label="Seen by: find a workload or gateway"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={marked && optionId(marked)}
        placeholder="Workload or gateway"
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={event => {
          setFilter(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label="Callers" className={styles['list']}>
        {groups.map(group => (
          <div key={group.namespace} role="group" aria-label={`Namespace ${group.namespace}`}>
            <div className={styles['namespace']} aria-hidden="true">
              {group.namespace}
            </div>
            {group.callers.map(caller => (
              <div
                key={caller.proxy}
                id={optionId(caller)}
                role="option"
                aria-selected={caller === marked}
                data-current={caller.proxy === proxy}
                className={styles['option']}
                onPointerDown={event => {
                  event.preventDefault() // the focus stays in the field
                }}
                onClick={() => {
                  onLookFrom(caller.proxy)
                }}
              >
                <span className={styles['workload']}>{caller.name}</span>
                <span className={styles['kind']}>{kindOf(caller)}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className={styles['none']}>Nobody of that name</p>}
    </div>
  )
}

function kindOf({ gateway, sidecar }: CallerChoice): string {
  if (gateway) return 'gateway'
  return sidecar ? 'sidecar' : 'no sidecar'
}
