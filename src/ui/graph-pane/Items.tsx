import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { canWriteDown } from '../../scene/index.ts'
import type { Stage } from '../../scene/index.ts'
import { isBreakable } from './breakable.ts'
import type { StageItem } from './stage-items.ts'
import { keyTarget, treePlaces } from './stage-tree.ts'
import { Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

interface ItemsProps {
  readonly stage: Stage
  readonly items: readonly StageItem[]
  /** Traffic goes down, not to the right. */
  readonly upright: boolean
  readonly hovered: string | undefined
  readonly selected: string | undefined
  readonly onHover: (id: string | undefined) => void
  readonly onChoose: (id: string, at: DOMRect) => void
  /** It has the focus by the keys, or is to have it. */
  readonly onReveal: (id: string) => void
  /** Of the whole stage, which may not be drawn; undefined: of what is drawn. */
  readonly lastId: () => string | undefined
}

const focusItem = (root: Element | null, id: string): void => {
  for (const element of root?.querySelectorAll<SVGGElement>('[data-item]') ?? [])
    if (element.dataset['item'] === id) element.focus()
}

const TREE_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** The surfaces that take the pointer and the keys, in traffic order, over everything drawn: a tree of cards, rows and pods. */
export function Items(props: ItemsProps): ReactNode {
  const { stage, items, upright, hovered, selected, onHover, onChoose, onReveal, lastId } = props
  /** Tab leads to the one that was focused last. */
  const [last, setLast] = useState<string>()
  const stop = items.some(({ id }) => id === last) ? last : items[0]?.id
  const places = treePlaces(items)
  const tree = useRef<SVGGElement>(null)
  /** Focused as soon as it is drawn. */
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    const id = wanted.current
    if (id === undefined || !items.some(item => item.id === id)) return
    wanted.current = undefined
    focusItem(tree.current, id)
  }, [items])
  const onKeyDown = (event: KeyboardEvent<SVGGElement>, item: StageItem): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      event.stopPropagation()
      onChoose(item.id, event.currentTarget.getBoundingClientRect())
    } else if (TREE_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const id = (event.key === 'End' ? lastId() : undefined) ?? keyTarget(items, item, event.key, upright)?.id
      event.preventDefault()
      event.stopPropagation()
      if (id === undefined) return
      wanted.current = items.some(each => each.id === id) ? undefined : id
      if (wanted.current === undefined) focusItem(tree.current, id)
      else onReveal(id)
    }
  }
  return (
    <g ref={tree} role="tree" aria-label="Traffic, from the client to the pods">
      {items.map(item => {
        const { id, box, name, inside, note } = item
        const place = places.get(id)
        const classes = [styles['item']]
        if (hovered === id) classes.push(styles['hovered'])
        if (selected === id) classes.push(styles['selected'])
        const radius = inside ? Math.min(8, box.height / 2) : 10
        return (
          <g
            key={id}
            className={classes.join(' ')}
            data-item={id}
            role="treeitem"
            tabIndex={id === stop ? 0 : -1}
            aria-label={name}
            aria-description={note}
            aria-level={place?.level}
            aria-posinset={place?.position}
            aria-setsize={place?.size}
            aria-selected={selected === id}
            aria-haspopup={isBreakable(stage, id) ? 'menu' : undefined}
            onPointerEnter={() => onHover(id)}
            onPointerLeave={() => onHover(undefined)}
            onFocus={event => {
              setLast(id)
              onHover(id)
              if (event.currentTarget.matches(':focus-visible')) onReveal(id)
            }}
            onBlur={() => onHover(undefined)}
            onKeyDown={event => onKeyDown(event, item)}
          >
            <rect className={styles['surface']} x={box.x} y={box.y} width={box.width} height={box.height} rx={radius} />
            <rect className={styles['edge']} x={box.x} y={box.y} width={box.width} height={box.height} rx={radius} />
            <rect
              className={styles['ring']}
              x={box.x - 3}
              y={box.y - 3}
              width={box.width + 6}
              height={box.height + 6}
              rx={radius + 3}
            />
          </g>
        )
      })}
    </g>
  )
}

interface AssumedProps {
  readonly stage: Stage
  readonly items: readonly StageItem[]
  readonly active: string | undefined
  readonly onHover: (id: string | undefined) => void
  readonly onWrite: (id: string) => void
}

/** What the text does not hold says so, and can be written down. */
export function AssumedNotes({ stage, items, active, onHover, onWrite }: AssumedProps): ReactNode {
  const nodes = [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads].filter(canWriteDown)
  return nodes.map(node => {
    const box = items.find(item => item.id === node.id)?.box
    if (!box) return null
    const text = '+ write it down'
    const width = widthOf(text, 11, 500) + 16
    const x = Math.max(box.x, box.x + box.width - width)
    const y = box.y + box.height + (node.kind === 'client' ? 3 : -11)
    return (
      <g
        key={node.id}
        className={`${styles['write']} ${styles['writeButton']} ${active === node.id ? styles['on'] : ''}`}
        data-stage-button=""
        role="button"
        tabIndex={0}
        aria-label={`Write down ${node.id === stage.client.id ? 'the client' : ''} ${'title' in node ? node.title : node.name}`}
        onPointerEnter={() => onHover(node.id)}
        onFocus={() => onHover(node.id)}
        onBlur={() => onHover(undefined)}
        onClick={event => {
          event.stopPropagation()
          onWrite(node.id)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          event.stopPropagation()
          onWrite(node.id)
        }}
      >
        <title>{node.assumed}</title>
        <rect className={styles['writeFace']} x={x} y={y} width={width} height={22} rx={6} />
        <Words x={x + width / 2} y={y + 15} size={11} weight={500} ink="accent" anchor="middle">
          {text}
        </Words>
      </g>
    )
  })
}
