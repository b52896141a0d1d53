import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Problem } from '../../ui/problems/ProblemList.tsx'
import { useStores } from '../../ui/stores.ts'
import type { Reach } from '../reach.ts'
import { printStills } from './draw-still.ts'
import { stillNow } from './export-picture.ts'
import styles from './PrintSheet.module.css'

export interface PrintSheetProps {
  readonly reach: Reach
  readonly problems: readonly Problem[]
}

interface Printed {
  readonly svg: string | undefined
  readonly name: string
  readonly text: string
}

/** What goes on paper in place of the page, made when printing begins: the picture of the moment, what is wrong, and the text. */
export function PrintSheet({ reach, problems }: PrintSheetProps) {
  const stores = useStores()
  const [printed, setPrinted] = useState<Printed>()
  const place = useRef<HTMLDivElement>(null)
  const begin = useEffectEvent(() => {
    // As of now, and without what only the pointer brings about.
    flushSync(() => {
      stores.selection.getState().hover(undefined)
      stores.playback.getState().show()
    })
    const still = stillNow(stores, reach, true)
    const { text, fileName: name } = stores.document.getState()
    const svg = still && printStills([still])[0]?.svg()
    flushSync(() => {
      setPrinted({ svg, name, text })
    })
    if (svg !== undefined)
      place.current?.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement)
  })
  useEffect(() => {
    const end = () => {
      setPrinted(undefined)
    }
    const onBegin = () => {
      begin()
    }
    addEventListener('beforeprint', onBegin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', onBegin)
      removeEventListener('afterprint', end)
    }
  }, [])
  if (!printed) return null
  return (
    <article className={styles['paper']} data-theme="light" data-paper="" data-testid="paper">
      <div ref={place} className={styles['picture']} />
      {problems.length > 0 && (
        <section>
          <h2>Problems</h2>
          <ul className={styles['problems']}>
            {problems.map(({ diagnostic, effect }) => (
              <li key={`${diagnostic.code} ${String(diagnostic.range.start)} ${diagnostic.title}`}>
                <b>{diagnostic.title}</b>
                <p>{diagnostic.detail}</p>
                <p>{[diagnostic.code, `line ${String(diagnostic.line)}`, effect].filter(Boolean).join(', ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{printed.name}</h2>
        <pre>{withNumbers(printed.text)}</pre>
      </section>
    </article>
  )
}

/** Problems name lines. */
function withNumbers(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const { length } = String(lines.length)
  return lines.map((line, i) => `${String(i + 1).padStart(length)}  ${line}`).join('\n')
}
