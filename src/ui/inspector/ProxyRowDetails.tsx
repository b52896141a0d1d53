import { Copy } from 'lucide-react'
import { countText } from '../../core/base/count-text.ts'
import type { LocatedRow } from '../../state/index.ts'
import controls from '../controls.module.css'
import { LineLink } from '../line-link/LineLink.tsx'
import styles from './ProxyPanel.module.css'
import type { ProxyTableProps } from './proxy-panel-props.ts'
import { shareOf } from './share-of.ts'

/** Of an open row: who uses it, the line behind it, and its JSON. */
export function ProxyRowDetails(props: ProxyTableProps & { readonly row: LocatedRow }) {
  const { config, proxy, counts, row, onReveal, onCopy } = props
  const { json } = proxy
  const count = counts.byRow.get(`${config.section}:${row.id}`) ?? 0
  return (
    <tr className={styles['details']}>
      <td colSpan={config.columns.length + 1}>
        <div className={styles['fold']}>
          <p>
            {count === 0
              ? 'No request so far.'
              : `${countText(count)} of ${countText(counts.total)} requests, ${shareOf(count, counts.total)}.`}{' '}
            {row.line !== undefined && (
              <LineLink
                line={row.line}
                onReveal={() => {
                  onReveal(row)
                }}
              />
            )}
          </p>
          {json !== undefined && (
            <>
              <pre tabIndex={0} aria-label="Envoy JSON of the row">
                {json}
              </pre>
              <button
                type="button"
                className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
                onClick={() => {
                  onCopy(json)
                }}
              >
                <Copy size={14} strokeWidth={1.75} aria-hidden />
                Copy this row
              </button>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}
