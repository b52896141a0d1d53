import { Fragment } from 'react'
import { ShapeIcon } from '../graph-pane/ShapeMark.tsx'
import { stageTables } from './stage-tables.ts'
import type { StageTable, TableRow, TableSource } from './stage-tables.ts'
import styles from './StageTables.module.css'

export interface StageTablesProps {
  readonly source: TableSource
  /** A hole, by its id on the stage. */
  readonly onOpen: (id: string) => void
}

/** The picture as tables: the same things, the same numbers, at the same moment. */
export function StageTables({ source, onOpen }: StageTablesProps) {
  return <Tables tables={stageTables(source)} onOpen={onOpen} />
}

interface TablesProps {
  readonly tables: readonly StageTable[]
  readonly onOpen: (id: string) => void
}

export function Tables({ tables, onOpen }: TablesProps) {
  return tables.map(table => <Table key={table.columns.slice(0, 2).join(' ')} table={table} onOpen={onOpen} />)
}

function Table({ table, onOpen }: { readonly table: StageTable; readonly onOpen: StageTablesProps['onOpen'] }) {
  const { caption, columns, groups } = table
  return (
    <table className={styles['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ title, rows }, i) => (
        <tbody key={rows[0]?.id ?? i}>
          {title !== undefined && (
            <tr className={styles['group']}>
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {rows.map(row => (
            <Row key={row.id} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ row, onOpen }: { readonly row: TableRow; readonly onOpen: StageTablesProps['onOpen'] }) {
  const { id, head, outcome, opens, shared = [], lines } = row
  const named = (
    <>
      {outcome !== undefined && <ShapeIcon outcome={outcome} />} {head}
    </>
  )
  return lines.map((cells, i) => (
    <tr key={i} data-row={id}>
      {i === 0 && (
        <Fragment>
          <th scope="row" rowSpan={lines.length}>
            {opens !== undefined ? (
              <button type="button" aria-label={opens} onClick={() => onOpen(id)}>
                {named}
              </button>
            ) : (
              named
            )}
          </th>
          {shared.map((cell, k) => (
            <td key={k} rowSpan={lines.length}>
              {cell}
            </td>
          ))}
        </Fragment>
      )}
      {cells.map((cell, k) => (
        <td key={k}>{cell}</td>
      ))}
    </tr>
  ))
}
