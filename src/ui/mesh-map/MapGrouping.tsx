import type { ReactNode } from 'react'
import type { Grouping } from '../../scene/index.ts'
import styles from './MeshMap.module.css'

interface MapGroupingProps {
  readonly groupings: readonly Grouping[]
  readonly by: Grouping
  readonly onGroupBy: (by: Grouping) => void
}

const WORDS: Readonly<Record<Grouping, string>> = { namespace: 'Namespaces', application: 'Applications' }

/** What many services are drawn as one by, where that is a choice. */
export function MapGrouping({ groupings, by, onGroupBy }: MapGroupingProps): ReactNode {
  return (
    <div role="group" aria-label="Grouped by" className={styles['grouping']}>
      {groupings.map(each => (
        <button key={each} type="button" aria-pressed={each === by} onClick={() => onGroupBy(each)}>
          {WORDS[each]}
        </button>
      ))}
    </div>
  )
}
