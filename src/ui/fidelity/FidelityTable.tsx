import { CircleCheck, CircleDashed, CircleDotDashed } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { FidelityStatus, LedgerRow } from '../../core/fidelity/index.ts'
import { LEDGER, linkOf, rowOfLink } from '../../core/fidelity/index.ts'
import { FilterBar } from '../filter-bar/FilterBar.tsx'
import { chooseRows, countByStatus } from './choose-rows.ts'
import styles from './FidelityTable.module.css'

const STATUSES: readonly FidelityStatus[] = ['modelled', 'simplified', 'absent']
const ICONS = { modelled: CircleCheck, simplified: CircleDotDashed, absent: CircleDashed } as const

/** The ledger by area, to be filtered by status and text. */
export function FidelityTable({ address }: { readonly address: string }) {
  const [status, setStatus] = useState<FidelityStatus>()
  const [text, setText] = useState('')
  const counts = countByStatus(LEDGER)
  const areas = chooseRows(LEDGER, status, text)
  const target = rowOfLink(LEDGER, address)
  const shown = areas.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <div className={styles['table']} data-testid="fidelity">
      <FilterBar
        group="Status"
        choices={STATUSES.map(id => ({
          id,
          words: (
            <>
              <Status status={id} /> <b>{counts[id]}</b>
            </>
          ),
        }))}
        chosen={status}
        onChoose={one => {
          setStatus(status === one ? undefined : one)
        }}
        field="Find in the ledger"
        text={text}
        onText={setText}
        shown={shown}
        total={LEDGER.length}
      />
      {areas.map(({ area, rows }) => (
        <section key={area} aria-label={area}>
          <h3>{area}</h3>
          <ul>
            {rows.map(row => (
              <Row key={row.behaviour} row={row} isTarget={row === target} />
            ))}
          </ul>
        </section>
      ))}
      {shown === 0 && <p className={styles['none']}>No row says that.</p>}
    </div>
  )
}

function Row({ row, isTarget }: { readonly row: LedgerRow; readonly isTarget: boolean }) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isTarget) item.current?.scrollIntoView({ block: 'center' })
  }, [isTarget])
  const { behaviour, status, differs, upstream, test } = row
  return (
    <li ref={item} aria-current={isTarget || undefined} data-row={linkOf(row)}>
      <Status status={status} />
      <div>
        <p className={styles['behaviour']}>{behaviour}</p>
        {differs !== undefined && <p className={styles['differs']}>{differs}</p>}
        <p className={styles['source']}>
          <span>{upstream}</span>
          {test !== undefined && <span>src/{test}</span>}
        </p>
      </div>
    </li>
  )
}

function Status({ status }: { readonly status: FidelityStatus }) {
  const Icon = ICONS[status]
  return (
    <span className={styles['status']} data-status={status}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {status}
    </span>
  )
}
