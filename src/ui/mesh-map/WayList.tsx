import type { ReactNode } from 'react'
import type { MapCall } from '../../scene/index.ts'
import { shareText, wayWords } from './map-words.ts'
import styles from './MapSide.module.css'

/** What decides a call, each with its share of the call's requests. */
export function WayList({ call }: { readonly call: MapCall }): ReactNode {
  const all = call.ways.reduce((sum, way) => sum + way.ratePerSecond, 0)
  return (
    <dl className={styles['decides']}>
      {call.ways.map(way => (
        <div key={[way.rule, way.to, way.weight, way.loss].join(' ')}>
          <dt>{wayWords(way)}</dt>
          <dd>
            {shareText(way.ratePerSecond / all)}
            {way.loss !== undefined && <strong> {way.loss}</strong>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
