import { Fragment } from 'react'
import type { KeyboardEvent } from 'react'
import type { LocatedRow } from '../../state/index.ts'
import styles from './ProxyPanel.module.css'
import { ProxyRowDetails } from './ProxyRowDetails.tsx'
import type { ProxyTableProps } from './proxy-panel-props.ts'
import { shareOf } from './share-of.ts'

/** Arrow keys go from row to row. */
function onArrow(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')]
  const next = rows[rows.findIndex(row => row === document.activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The rows of a section, each with its share of the requests; an open one shows its JSON. */
export function ProxyTable(props: ProxyTableProps) {
  const { config, label, proxy } = props
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={label} onKeyDown={onArrow}>
        <thead>
          <tr>
            <th scope="col">USED</th>
            {config.columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {config.rows.map(row => (
            <Fragment key={row.id}>
              <ProxyTableRow {...props} row={row} />
              {proxy.row === row.id && <ProxyRowDetails {...props} row={row} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ProxyTableRow({
  config,
  proxy,
  counts,
  followed,
  row,
  onRow,
}: ProxyTableProps & { readonly row: LocatedRow }) {
  const key = `${config.section}:${row.id}`
  const count = counts.byRow.get(key) ?? 0
  const isOpen = proxy.row === row.id
  const [first = '', ...others] = row.cells
  return (
    <tr
      data-open={isOpen}
      data-followed={followed.has(key)}
      onClick={() => {
        onRow(row)
      }}
    >
      <td className={styles['share']}>
        {followed.has(key) && <span className="visually-hidden">The request in focus, </span>}
        {count === 0 ? '' : shareOf(count, counts.total)}
      </td>
      <th scope="row">
        <button type="button" aria-expanded={isOpen}>
          {first}
        </button>
      </th>
      {others.map((cell, column) => (
        <td key={column}>{cell}</td>
      ))}
    </tr>
  )
}
