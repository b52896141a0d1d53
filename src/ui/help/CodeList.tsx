import { useState } from 'react'
import { problemLink } from '../../help/index.ts'
import type { HelpPage } from '../../help/index.ts'
import { choosePages } from './choose-pages.ts'
import type { Order } from './choose-pages.ts'
import styles from './Help.module.css'

const ORDERS: readonly (readonly [Order, string])[] = [
  ['code', 'By code'],
  ['topic', 'By subject'],
]

/** All codes, to be filtered. */
export function CodeList({ pages }: { readonly pages: readonly HelpPage[] }) {
  const [order, setOrder] = useState<Order>('code')
  const [text, setText] = useState('')
  const groups = choosePages(pages, order, text)
  const shown = groups.reduce((sum, group) => sum + group.pages.length, 0)
  return (
    <>
      <div className={styles['filters']}>
        <div role="group" aria-label="Order" className={styles['orders']}>
          {ORDERS.map(([one, words]) => (
            <button
              key={one}
              type="button"
              aria-pressed={order === one}
              onClick={() => {
                setOrder(one)
              }}
            >
              {words}
            </button>
          ))}
        </div>
        <input
          type="search"
          aria-label="Find a problem"
          placeholder="Find"
          value={text}
          onChange={event => {
            setText(event.target.value)
          }}
        />
        <output aria-live="polite">
          {shown} of {pages.length}
        </output>
      </div>
      {groups.map(group => (
        <section key={group.heading} aria-label={group.heading}>
          <h3>{group.heading}</h3>
          <ul className={styles['codes']}>
            {group.pages.map(({ code, title }) => (
              <li key={code}>
                <a href={problemLink(code)}>
                  <code>{code}</code> <span>{title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown === 0 && <p className={styles['none']}>No problem says that.</p>}
    </>
  )
}
