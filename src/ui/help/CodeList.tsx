import { useState } from 'react'
import { problemLink } from '../../help/index.ts'
import type { HelpPage } from '../../help/index.ts'
import { FilterBar } from '../filter-bar/FilterBar.tsx'
import { choosePages } from './choose-pages.ts'
import type { Order } from './choose-pages.ts'
import styles from './Help.module.css'

const ORDERS: readonly { readonly id: Order; readonly words: string }[] = [
  { id: 'code', words: 'By code' },
  { id: 'topic', words: 'By subject' },
]

/** All codes, to be filtered. */
export function CodeList({ pages }: { readonly pages: readonly HelpPage[] }) {
  const [order, setOrder] = useState<Order>('code')
  const [text, setText] = useState('')
  const groups = choosePages(pages, order, text)
  const shown = groups.reduce((sum, group) => sum + group.pages.length, 0)
  return (
    <>
      <FilterBar
        group="Order"
        choices={ORDERS}
        chosen={order}
        onChoose={setOrder}
        field="Find a problem"
        text={text}
        onText={setText}
        shown={shown}
        total={pages.length}
      />
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
