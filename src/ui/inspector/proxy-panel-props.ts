import type { ProxySection } from '../../scene/index.ts'
import type { LocatedRow, ProxyConfig, ProxyData } from '../../state/index.ts'

export interface ProxyPanelProps {
  readonly proxy: ProxyData
  /** Whose configuration it is. */
  readonly name: string
  /** Requests that came by each row (`section:id`), of all that landed. */
  readonly counts: { readonly total: number; readonly byRow: ReadonlyMap<string, number> }
  /** Rows that the request in focus came by. */
  readonly followed: ReadonlySet<string>
  readonly onSection: (section: ProxySection) => void
  readonly onFilter: (filter: string) => void
  /** Opens a row, or closes it. */
  readonly onRow: (row: LocatedRow) => void
  readonly onReveal: (row: LocatedRow) => void
  readonly onCopy: (text: string) => void
  readonly onCopyAll: () => void
}

export interface ProxyTableProps extends ProxyPanelProps {
  readonly config: ProxyConfig
  readonly label: string
}
